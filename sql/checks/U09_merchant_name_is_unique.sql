-- question: Does every `merchant_name` occur once?
-- table: merchants; columns: merchant_name; grain: merchant_name
-- dimension: uniqueness; severity: error
-- threshold: 0 keys: the contract promises one row each
select
    merchant_name,
    count(*) as row_count
from merchants
group by merchant_name
having count(*) > 1;
