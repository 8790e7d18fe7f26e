-- question: Is the pricing plan one of the contract?
-- table: merchants; columns: pricing_plan; grain: merchant_id
-- dimension: validity; severity: error
-- threshold: 0 rows: the fee cannot be explained without it
select
    merchant_id,
    pricing_plan
from merchants
where pricing_plan not in ('flat', 'interchange_plus');
