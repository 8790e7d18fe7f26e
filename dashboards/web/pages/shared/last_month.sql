-- Which is the last whole month that the range touches, and which the one before it?
-- Grain: one row. is_comparable: the month before lies in the data, too.
with last_month_of_range as (
    select
        (period.to_month - to_months(if(last_day(period.to_month) > meta.end_date, 1, 0)))::date as month,
        meta.start_date
    from period
    cross join meta
)

select
    month,
    (month - interval 1 month)::date as month_before,
    datediff('day', month, month + interval 1 month) as days,
    datediff('day', month - interval 1 month, month) as days_before,
    month - interval 1 month >= start_date as is_comparable
from last_month_of_range
