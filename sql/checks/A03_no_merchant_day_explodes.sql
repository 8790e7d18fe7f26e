-- question: Does no merchant take ten times its usual day, and 30 attempts at least?
-- table: transactions; columns: merchant_id, ts; grain: merchant_id
-- dimension: anomaly; severity: warn
-- threshold: 0 days: the usual day is the mean of all other days of the window
with busy_days as (
    select
        merchant_id,
        cast(ts as date) as day,
        count(*) as attempts
    from transactions
    group by
        merchant_id,
        cast(ts as date)
    having count(*) >= 30
),

usual as (
    select
        merchant_id,
        sum(txns) as txns
    from qa_merchant_totals
    group by merchant_id
)

select
    busy_days.merchant_id,
    busy_days.day,
    usual.txns as txns_in_window,
    busy_days.attempts
from busy_days
inner join usual on busy_days.merchant_id = usual.merchant_id
where
    busy_days.attempts
    > 10 * (usual.txns - busy_days.attempts) / (select count(*) - 1 from dim_calendar);
