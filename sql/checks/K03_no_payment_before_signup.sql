-- question: Does no merchant take a payment before its sign-up?
-- table: transactions; columns: ts, merchant_id; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: cohorts count months from the sign-up
select
    transactions.txn_id,
    transactions.ts,
    transactions.merchant_id,
    merchants.signup_date
from transactions
inner join merchants on transactions.merchant_id = merchants.merchant_id
where transactions.ts < merchants.signup_date;
