-- question: Is every week of the weekly mart the sum of its days?
-- table: mart_kpi_weekly; columns: sums; grain: week_start
-- dimension: consistency; severity: error
-- threshold: 0 weeks: two reports of one week must agree
with day_sums as (
    select
        cast(date_trunc('week', day) as date) as week_start,
        sum(gpv) as gpv,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from mart_kpi_daily
    group by date_trunc('week', day)
)

select
    coalesce(mart_kpi_weekly.week_start, day_sums.week_start) as week_start,  -- noqa: ST06
    mart_kpi_weekly.gpv as mart_gpv,
    day_sums.gpv as days_gpv,
    mart_kpi_weekly.txns as mart_txns,
    day_sums.txns as days_txns
from mart_kpi_weekly
full outer join day_sums on mart_kpi_weekly.week_start = day_sums.week_start
where
    coalesce(mart_kpi_weekly.gpv, 0) <> coalesce(day_sums.gpv, 0)
    or coalesce(mart_kpi_weekly.txns, 0) <> coalesce(day_sums.txns, 0)
    or coalesce(mart_kpi_weekly.approved_txns, 0) <> coalesce(day_sums.approved_txns, 0)
    or coalesce(mart_kpi_weekly.total_fees, 0) <> coalesce(day_sums.total_fees, 0)
    or coalesce(mart_kpi_weekly.net_revenue, 0) <> coalesce(day_sums.net_revenue, 0);
