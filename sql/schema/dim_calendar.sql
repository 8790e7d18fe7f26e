-- Every day of the reporting window, and how much of its week and month the window holds.
-- Grain: one UTC day. Source: the DATE variables start_date and end_date, both inclusive.
-- Views read this table and never the variables, so that an opened database keeps its window.
create or replace table dim_calendar as
with days as (
    select cast(unnest(generate_series(
        cast(getvariable('start_date') as timestamp),
        cast(getvariable('end_date') as timestamp),
        interval 1 day
    )) as date) as day
),

days_with_periods as (
    select
        days.day as day,
        cast(date_trunc('month', days.day) as date) as month,
        cast(year(days.day) * 12 + month(days.day) as integer) as month_number,
        cast(day(last_day(days.day)) as integer) as days_in_month,
        cast(date_trunc('week', days.day) as date) as week_start,
        cast(isodow(days.day) as integer) as weekday
    from days
)

select
    days_with_periods.day as day,
    days_with_periods.month as month,
    days_with_periods.month_number as month_number,
    days_with_periods.days_in_month as days_in_month,
    count(*) over (partition by days_with_periods.month)
    < days_with_periods.days_in_month as is_partial_month,
    days_with_periods.week_start as week_start,
    days_with_periods.weekday as weekday,
    count(*) over (partition by days_with_periods.week_start) < 7 as is_partial_week
from days_with_periods
order by days_with_periods.day;

comment on table dim_calendar is 'Days of the reporting window. Grain: one UTC day.';
comment on column dim_calendar.day is 'UTC day; every day of the window, without gaps.';
comment on column dim_calendar.month is 'First day of the month.';
comment on column dim_calendar.month_number is
'year * 12 + month: the difference of two is a number of months.';
comment on column dim_calendar.days_in_month is 'Length of the whole month, 28 to 31.';
comment on column dim_calendar.is_partial_month is
'Whether the window holds only a part of the month.';
comment on column dim_calendar.week_start is 'Monday of the ISO week.';
comment on column dim_calendar.weekday is 'ISO weekday, 1 (Monday) to 7 (Sunday).';
comment on column dim_calendar.is_partial_week is
'Whether the window holds only a part of the week.';
