-- question: Is every month of the monthly mart the sum of its days?
-- table: mart_kpi_monthly; columns: sums; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: two reports of one month must agree
with day_sums as (
    select
        cast(date_trunc('month', day) as date) as month,
        sum(gpv) as gpv,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from mart_kpi_daily
    group by date_trunc('month', day)
)

select
    coalesce(mart_kpi_monthly.month, day_sums.month) as month,  -- noqa: ST06
    mart_kpi_monthly.gpv as mart_gpv,
    day_sums.gpv as days_gpv,
    mart_kpi_monthly.txns as mart_txns,
    day_sums.txns as days_txns
from mart_kpi_monthly
full outer join day_sums on mart_kpi_monthly.month = day_sums.month
where
    coalesce(mart_kpi_monthly.gpv, 0) <> coalesce(day_sums.gpv, 0)
    or coalesce(mart_kpi_monthly.txns, 0) <> coalesce(day_sums.txns, 0)
    or coalesce(mart_kpi_monthly.approved_txns, 0) <> coalesce(day_sums.approved_txns, 0)
    or coalesce(mart_kpi_monthly.total_fees, 0) <> coalesce(day_sums.total_fees, 0)
    or coalesce(mart_kpi_monthly.net_revenue, 0) <> coalesce(day_sums.net_revenue, 0);
