-- question: Is the region of a merchant one of the contract?
-- table: merchants; columns: region; grain: merchant_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a sixth region would fall out of every segment
select
    merchant_id,
    region
from merchants
where region not in ('NA', 'EMEA', 'APAC', 'LATAM', 'Africa');
