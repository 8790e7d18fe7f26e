-- question: Does no customer pay before joining?
-- table: transactions; columns: ts, customer_id; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: only who joined after the first payment of all can fail: only they are joined
with newcomers as (
    select
        customer_id,
        join_date
    from customers
    where join_date > (select cast(min(transactions.ts) as date) from transactions)
)

select
    transactions.txn_id,
    transactions.ts,
    transactions.customer_id,
    newcomers.join_date
from transactions
inner join newcomers on transactions.customer_id = newcomers.customer_id
-- A difference: two dates compared would be compared for all while they are looked up.
where newcomers.join_date - cast(transactions.ts as date) > 0;
