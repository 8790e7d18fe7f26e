-- question: Are attempts spread over the day, and not all stamped midnight?
-- table: transactions; columns: ts; grain: table_name
-- dimension: timeliness; severity: warn
-- threshold: 0.25 of attempts in one hour of the day: a lost time of day puts them all at 00:00
with hours as (
    select
        hour_of_day,
        sum(txns) as txns
    from qa_hours
    group by hour_of_day
)

select
    'transactions' as table_name,
    max_by(hour_of_day, txns) as busiest_hour,
    cast(max(txns) as double) / sum(txns) as observed
from hours
having sum(txns) >= 1000;
