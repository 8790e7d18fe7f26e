-- question: Does no ach payment come from a point of sale?
-- table: transactions; columns: payment_method, channel; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a bank debit has no terminal (contract)
select
    txn_id,
    payment_method,
    channel
from transactions
where
    payment_method = 'ach'
    and channel = 'pos';
