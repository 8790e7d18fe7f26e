-- question: Is the GPV of every day in the mart that of the attempts, to the cent?
-- table: mart_kpi_daily; columns: gpv; grain: day
-- dimension: consistency; severity: error
-- threshold: 0 days: money that a mart adds or drops is made up or lost
with fact_days as (
    select
        day,
        sum(gpv) as gpv
    from qa_hours
    group by day
)

select
    coalesce(mart_kpi_daily.day, fact_days.day) as day,  -- noqa: ST06
    mart_kpi_daily.gpv as mart_gpv,
    fact_days.gpv as fact_gpv
from mart_kpi_daily
full outer join fact_days on mart_kpi_daily.day = fact_days.day
where
    coalesce(mart_kpi_daily.gpv, 0) <> coalesce(fact_days.gpv, 0);
