-- question: Is no payment tried again after an approval?
-- table: transactions; columns: attempt_no, approved; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: it would be charged twice
select
    txn_id,
    payment_id,
    attempt_no,
    ts,
    approved_before
from qa_retries
where
    approved_before;
