-- question: Does the daily mart have exactly the days of the reporting window?
-- table: mart_kpi_daily; columns: day; grain: day
-- dimension: timeliness; severity: error
-- threshold: 0 days: a mart that ends early is an old one
select
    day,
    mart_kpi_daily.gpv
from mart_kpi_daily
full outer join dim_calendar using (day)  -- noqa: ST07
where
    mart_kpi_daily.day is null
    or dim_calendar.day is null;
