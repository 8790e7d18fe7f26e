-- question: Does every retry come after the attempt that it repeats?
-- table: transactions; columns: attempt_no, ts; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: an answer is needed before one can try again
select
    txn_id,
    payment_id,
    attempt_no,
    ts,
    ts_before
from qa_retries
where
    ts <= ts_before;
