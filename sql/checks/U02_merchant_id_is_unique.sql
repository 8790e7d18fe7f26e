-- question: Does every `merchant_id` occur once?
-- table: merchants; columns: merchant_id; grain: merchant_id
-- dimension: uniqueness; severity: error
-- threshold: 0 keys: the contract promises one row each
select
    merchant_id,
    count(*) as row_count
from merchants
group by merchant_id
having count(*) > 1;
