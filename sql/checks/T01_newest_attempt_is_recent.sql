-- question: Is the newest attempt at most a day behind the end of the window?
-- table: transactions; columns: ts; grain: table_name
-- dimension: timeliness; severity: error
-- threshold: 1 day: with 50 attempts a day on average a longer silence is a missing delivery
with reached as (
    select
        max(qa_hours.day) as newest_day,
        sum(qa_hours.txns) as txns
    from qa_hours
),

reporting_window as (
    select
        max(day) as last_day,
        count(*) as days
    from dim_calendar
)

select
    'transactions' as table_name,
    date_diff('day', reached.newest_day, reporting_window.last_day) as observed,
    reached.newest_day
from reached
cross join reporting_window
where reached.txns >= 50 * reporting_window.days;
