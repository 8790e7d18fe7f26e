-- question: Does every `refund_id` occur once?
-- table: refunds; columns: refund_id; grain: refund_id
-- dimension: uniqueness; severity: error
-- threshold: 0 keys: the contract promises one row each
select
    refund_id,
    count(*) as row_count
from refunds
group by refund_id
having count(*) > 1;
