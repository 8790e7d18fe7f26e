-- question: Does every day of the reporting window have attempts?
-- table: transactions; columns: ts; grain: day
-- dimension: completeness; severity: error
-- threshold: 0 days: with 50 attempts a day on average, an empty day is a lost one and no chance
with days as (
    select
        day,
        sum(txns) as txns
    from qa_hours
    group by day
),

expected as (
    select (select coalesce(sum(days.txns), 0) from days) / count(*) as txns_a_day
    from dim_calendar
)

select
    dim_calendar.day,
    expected.txns_a_day
from dim_calendar
cross join expected
left join days on dim_calendar.day = days.day
where
    days.day is null
    and expected.txns_a_day >= 50;
