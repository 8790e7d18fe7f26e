-- question: Is the size of a merchant one of the contract?
-- table: merchants; columns: merchant_size; grain: merchant_id
-- dimension: validity; severity: error
-- threshold: 0 rows: pricing and churn are read by size
select
    merchant_id,
    merchant_size
from merchants
where merchant_size not in ('small', 'medium', 'enterprise');
