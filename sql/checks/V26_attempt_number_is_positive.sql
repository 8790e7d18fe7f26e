-- question: Is the first attempt of a payment number 1 and none below?
-- table: transactions; columns: attempt_no; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: the contract counts attempts from 1
select
    txn_id,
    attempt_no
from transactions
where attempt_no < 1;
