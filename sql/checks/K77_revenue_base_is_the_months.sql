-- question: Is the base of each revenue retention the whole month before, and none kept above it?
-- table: mart_revenue_retention; columns: sums; grain: month, months_back
-- dimension: consistency; severity: error
-- threshold: 0 cells: a base without the merchants who left shows a retention that nobody had
select
    mart_revenue_retention.month,
    mart_revenue_retention.months_back,
    mart_revenue_retention.base_merchants,
    mart_kpi_monthly.active_merchants,
    mart_revenue_retention.base_net_revenue,
    mart_kpi_monthly.net_revenue
from mart_revenue_retention
left join mart_kpi_monthly
    on
        cast(
            mart_revenue_retention.month
            - to_months(cast(mart_revenue_retention.months_back as integer)) as date
        ) = mart_kpi_monthly.month
where
    mart_revenue_retention.base_merchants is distinct from mart_kpi_monthly.active_merchants
    or mart_revenue_retention.base_net_revenue is distinct from mart_kpi_monthly.net_revenue
    or mart_revenue_retention.retained_merchants > mart_revenue_retention.base_merchants
    or mart_revenue_retention.capped_net_revenue > mart_revenue_retention.base_net_revenue
    or mart_revenue_retention.capped_net_revenue > mart_revenue_retention.retained_net_revenue;
