-- question: Does every attempt lie inside the reporting window?
-- table: transactions; columns: ts; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: an epoch date, a future date or a shifted time zone falls outside
with reporting_window as (
    select
        min(day) as first_day,
        max(day) as last_day
    from dim_calendar
),

outside as (
    select qa_hours.hour_number
    from qa_hours
    cross join reporting_window
    where qa_hours.day not between reporting_window.first_day and reporting_window.last_day
)

select
    offender.txn_id,
    offender.ts
from outside
cross join lateral (
    select
        transactions.txn_id,
        transactions.ts
    from transactions
    where epoch_us(transactions.ts) // 3600000000 = outside.hour_number
) as offender;
