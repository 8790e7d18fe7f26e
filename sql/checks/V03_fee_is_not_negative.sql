-- question: Is no fee below zero?
-- table: transactions; columns: fee; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a rebate is no fee of a transaction
select
    txn_id,
    fee
from transactions
where fee < 0;
