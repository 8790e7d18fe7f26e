-- question: Does no customer pay before joining?
-- table: transactions; columns: ts, customer_id; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: only who joined after the first payment of all can fail: only they are joined
with newcomers as (
    select
        customer_id,
        join_date
    from customers
    where join_date > (select min(transactions.ts) from transactions)
)

select
    transactions.txn_id,
    transactions.ts,
    transactions.customer_id,
    newcomers.join_date
from transactions
inner join newcomers on transactions.customer_id = newcomers.customer_id
where transactions.ts < newcomers.join_date;
