-- question: Is no attempt posted twice under another id?
-- table: transactions; columns: ts, merchant_id, customer_id, amount; grain: txn_id
-- dimension: uniqueness; severity: error
-- threshold: 0 rows: same instant, merchant, customer and amount are one attempt
with instants as (
    select distinct ts
    from qa_time_order
    where ts = ts_before
),

-- Only ids in the order of time put equal instants side by side; without it all rows are compared.
disorder as (
    select count(*) as attempts
    from qa_time_order
    where
        ts < ts_before
        or ts_before is null
    having count(*) > 0
),

simultaneous as (
    select
        attempts.txn_id,
        attempts.ts,
        attempts.merchant_id,
        attempts.customer_id,
        attempts.amount
    from instants
    cross join lateral (
        select
            transactions.txn_id,
            transactions.ts,
            transactions.merchant_id,
            transactions.customer_id,
            transactions.amount
        from transactions
        where transactions.ts = instants.ts
    ) as attempts
),

suspects as (
    select
        txn_id,
        ts,
        merchant_id,
        customer_id,
        amount
    from simultaneous
    union
    select
        transactions.txn_id,
        transactions.ts,
        transactions.merchant_id,
        transactions.customer_id,
        transactions.amount
    from transactions
    cross join disorder
)

select
    txn_id,
    ts,
    merchant_id,
    customer_id,
    amount
from suspects
qualify row_number() over (
    partition by ts, merchant_id, customer_id, amount
    order by txn_id
) > 1;
