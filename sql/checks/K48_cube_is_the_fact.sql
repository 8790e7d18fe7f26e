-- question: Do the cells of the daily cube add up to the attempts of each day, to the cent?
-- table: mart_payments_daily; columns: sums; grain: day
-- dimension: consistency; severity: error
-- threshold: 0 days: the dashboards answer every filter from this cube
with cube_days as (
    select
        day,
        sum(gpv) as gpv,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from mart_payments_daily
    group by day
),

fact_days as (
    select
        day,
        sum(gpv) as gpv,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from qa_hours
    group by day
)

select
    day,
    cube_days.gpv as mart_gpv,
    fact_days.gpv as fact_gpv,
    cube_days.txns as mart_txns,
    fact_days.txns as fact_txns
from cube_days
full outer join fact_days using (day)  -- noqa: ST07
where
    coalesce(cube_days.gpv, 0) <> coalesce(fact_days.gpv, 0)
    or coalesce(cube_days.txns, 0) <> coalesce(fact_days.txns, 0)
    or coalesce(cube_days.approved_txns, 0) <> coalesce(fact_days.approved_txns, 0)
    or coalesce(cube_days.total_fees, 0) <> coalesce(fact_days.total_fees, 0)
    or coalesce(cube_days.net_revenue, 0) <> coalesce(fact_days.net_revenue, 0);
