-- A number for every day, so that views can subtract days: engines differ on date differences.
-- Grain: day from 2000 to 2049, inside and outside the reporting window.
create or replace table dim_days as
with days as (
    select cast(unnest(generate_series(
        timestamp '2000-01-01', timestamp '2049-12-31', interval 1 day
    )) as date) as day
)

select
    days.day as day,
    cast(date_diff('day', date '2000-01-01', days.day) as bigint) as day_number
from days
order by days.day;

comment on table dim_days is 'Numbers of days. Grain: day from 2000 to 2049.';
comment on column dim_days.day is 'UTC day.';
comment on column dim_days.day_number is
'Days since 2000-01-01: the difference of two is a number of days.';
