-- question: Are the counts of every day in the mart those of the attempts?
-- table: mart_kpi_daily; columns: txns, approved_txns; grain: day
-- dimension: consistency; severity: error
-- threshold: 0 days: the counts are the denominators of every rate
with fact_days as (
    select
        day,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns
    from qa_hours
    group by day
)

select
    coalesce(mart_kpi_daily.day, fact_days.day) as day,  -- noqa: ST06
    mart_kpi_daily.txns as mart_txns,
    fact_days.txns as fact_txns,
    mart_kpi_daily.approved_txns as mart_approved_txns,
    fact_days.approved_txns as fact_approved_txns
from mart_kpi_daily
full outer join fact_days on mart_kpi_daily.day = fact_days.day
where
    coalesce(mart_kpi_daily.txns, 0) <> coalesce(fact_days.txns, 0)
    or coalesce(mart_kpi_daily.approved_txns, 0) <> coalesce(fact_days.approved_txns, 0);
