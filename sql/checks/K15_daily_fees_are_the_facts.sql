-- question: Are fees and net revenue of every day those of the attempts, to the cent?
-- table: mart_kpi_daily; columns: total_fees, net_revenue; grain: day
-- dimension: consistency; severity: error
-- threshold: 0 days: fees of declined attempts were once counted as revenue
with fact_days as (
    select
        day,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from qa_hours
    group by day
)

select
    coalesce(mart_kpi_daily.day, fact_days.day) as day,  -- noqa: ST06
    mart_kpi_daily.total_fees as mart_total_fees,
    fact_days.total_fees as fact_total_fees,
    mart_kpi_daily.net_revenue as mart_net_revenue,
    fact_days.net_revenue as fact_net_revenue
from mart_kpi_daily
full outer join fact_days on mart_kpi_daily.day = fact_days.day
where
    coalesce(mart_kpi_daily.total_fees, 0) <> coalesce(fact_days.total_fees, 0)
    or coalesce(mart_kpi_daily.net_revenue, 0) <> coalesce(fact_days.net_revenue, 0);
