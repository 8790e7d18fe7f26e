-- question: Does no merchant have a burst of declined payments within ten minutes?
-- table: transactions; columns: merchant_id, ts; grain: merchant_id
-- dimension: anomaly; severity: warn
-- threshold: 0 bursts: half a usual day of declines, and 20 at least, is no accident
with declined as (
    select
        merchant_id,
        epoch_us(ts) // 600000000 as ten_minutes,
        count(*) as attempts
    from transactions
    where not approved
    group by
        merchant_id,
        epoch_us(ts) // 600000000
    having count(*) >= 20
),

usual as (
    select
        merchant_id,
        sum(txns - approved_txns) as declines
    from qa_merchant_totals
    group by merchant_id
)

select
    declined.merchant_id,
    make_timestamp(declined.ten_minutes * 600000000) as starts_at,
    declined.attempts,
    usual.declines
from declined
inner join usual on declined.merchant_id = usual.merchant_id
where declined.attempts > 0.5 * usual.declines / (select count(*) from dim_calendar);
