-- question: Is no fee higher than the amount?
-- table: transactions; columns: fee, amount; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a payment that costs more than it brings is a wrong fee
select
    txn_id,
    fee,
    amount
from transactions
where fee > amount;
