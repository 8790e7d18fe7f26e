-- question: Does every `dispute_id` occur once?
-- table: disputes; columns: dispute_id; grain: dispute_id
-- dimension: uniqueness; severity: error
-- threshold: 0 keys: the contract promises one row each
select
    dispute_id,
    count(*) as row_count
from disputes
group by dispute_id
having count(*) > 1;
