-- question: Does every approved attempt earn a fee?
-- table: transactions; columns: approved, fee, amount; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: the cheapest price is 0.8 %, so only amounts below 1.00 may round to nothing
select
    txn_id,
    approved,
    fee,
    amount
from transactions
where
    fee = 0
    and approved
    and amount >= 1;
