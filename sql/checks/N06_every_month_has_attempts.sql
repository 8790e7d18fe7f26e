-- question: Does every month of the reporting window have attempts?
-- table: transactions; columns: ts; grain: month
-- dimension: completeness; severity: error
-- threshold: 0 months: even a thousand attempts a year leave no month empty by chance
with days as (
    select
        day,
        sum(txns) as txns
    from qa_hours
    group by day
),

months as (
    select
        dim_calendar.month,
        dim_calendar.is_partial_month,
        coalesce(sum(days.txns), 0) as txns
    from dim_calendar
    left join days on dim_calendar.day = days.day
    group by
        dim_calendar.month,
        dim_calendar.is_partial_month
)

select
    month,
    txns
from months
where
    txns = 0
    and not is_partial_month
    and (select sum(every_month.txns) >= 1000 from months as every_month);
