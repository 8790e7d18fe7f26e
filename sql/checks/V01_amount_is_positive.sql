-- question: Is every amount above zero?
-- table: transactions; columns: amount; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: money back is a refund, never a negative attempt
select
    txn_id,
    amount
from transactions
where amount <= 0;
