-- question: Do attempts occur in all 24 hours of the day?
-- table: transactions; columns: ts; grain: hour_of_day
-- dimension: completeness; severity: warn
-- threshold: 0 hours: with 10,000 attempts the quietest hour still sees dozens
with hours as (
    select
        hour_of_day,
        sum(txns) as txns
    from qa_hours
    group by hour_of_day
)

select day_hours.hour_of_day
from range(24) as day_hours (hour_of_day)
left join hours on day_hours.hour_of_day = hours.hour_of_day
where
    hours.hour_of_day is null
    and (select sum(all_hours.txns) >= 10000 from hours as all_hours);
