-- question: Does no customer have six declined payments within ten minutes?
-- table: transactions; columns: customer_id, ts; grain: customer_id
-- dimension: anomaly; severity: warn
-- threshold: 0 customers: cards are tested in bursts, and people stop after a few tries
with declined as (
    select
        customer_id,
        epoch_us(ts) // 600000000 as ten_minutes,
        count(*) as attempts
    from transactions
    where not approved
    group by
        customer_id,
        epoch_us(ts) // 600000000
    having count(*) > 5
),

burst as (
    select
        attempts.customer_id,
        attempts.payment_id,
        declined.ten_minutes
    from declined
    cross join lateral (
        select
            transactions.customer_id,
            transactions.payment_id
        from transactions
        where
            transactions.customer_id = declined.customer_id
            and epoch_us(transactions.ts) // 600000000 = declined.ten_minutes
            and not transactions.approved
    ) as attempts
)

select
    customer_id,
    make_timestamp(ten_minutes * 600000000) as starts_at,
    count(distinct payment_id) as declined_payments
from burst
group by
    customer_id,
    ten_minutes
having count(distinct payment_id) > 5;
