-- question: Do the attempts of a payment count up from 1 without a gap?
-- table: transactions; columns: payment_id, attempt_no; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: a missing attempt is a lost row
select
    txn_id,
    payment_id,
    attempt_no,
    attempt_no_before
from qa_retries
where
    attempt_no <> coalesce(attempt_no_before, 0) + 1;
