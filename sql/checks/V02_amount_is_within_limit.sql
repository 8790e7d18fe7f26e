-- question: Does no amount exceed the limit of a single payment?
-- table: transactions; columns: amount; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 50000 USD: the largest ticket is 25,000; amounts up to 1,000 are not looked at
select
    txn_id,
    amount as observed,
    merchant_id
from transactions
where amount > 1000;
