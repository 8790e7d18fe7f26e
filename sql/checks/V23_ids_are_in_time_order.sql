-- question: Does no attempt happen before the one with the id before?
-- table: transactions; columns: txn_id, ts; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: ids increase with ts (contract); one out of order is stamped or numbered wrong
select
    txn_id,
    ts,
    ts_before
from qa_time_order
where ts < ts_before;
