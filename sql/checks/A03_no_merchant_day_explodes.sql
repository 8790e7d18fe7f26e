-- question: Does no merchant take ten times its usual day, and 30 attempts at least?
-- table: transactions; columns: merchant_id, ts; grain: merchant_id
-- dimension: anomaly; severity: warn
-- threshold: 0 days: found on every fourth attempt first, which misses 1 burst of 40 in 200
with sampled as (
    select
        merchant_id,
        cast(ts as date) as day,
        count(*) as attempts
    from transactions
    where txn_id % 4 = 0
    group by
        merchant_id,
        cast(ts as date)
    having count(*) > 3
),

usual as (
    select
        merchant_id,
        sum(txns) as txns
    from qa_merchant_totals
    group by merchant_id
),

suspects as (
    select
        sampled.merchant_id,
        sampled.day,
        usual.txns
    from sampled
    inner join usual on sampled.merchant_id = usual.merchant_id
    where 4 * sampled.attempts > 5 * usual.txns / (select count(*) from dim_calendar)
),

suspect_attempts as (
    select
        suspects.merchant_id,
        suspects.day,
        suspects.txns,
        day_attempts.txn_id
    from suspects
    cross join lateral (
        select transactions.txn_id
        from transactions
        where
            transactions.merchant_id = suspects.merchant_id
            and cast(transactions.ts as date) = suspects.day
    ) as day_attempts
)

select
    merchant_id,
    day,
    txns as txns_in_window,
    count(txn_id) as attempts
from suspect_attempts
group by
    merchant_id,
    day,
    txns
having
    count(txn_id) >= 30
    and count(txn_id)
    > 10 * (txns - count(txn_id)) / (select count(dim_calendar.day) from dim_calendar);
