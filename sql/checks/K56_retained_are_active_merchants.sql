-- question: Do the merchants retained in each month add up to those active in it?
-- table: mart_merchant_cohorts; columns: retained_merchants; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: two marts count the same merchants
with retained as (
    select
        month,
        sum(retained_merchants) as retained_merchants
    from mart_merchant_cohorts
    group by month
)

select
    month,
    retained.retained_merchants,
    mart_kpi_monthly.active_merchants
from retained
full outer join mart_kpi_monthly using (month)  -- noqa: ST07
where coalesce(retained.retained_merchants, 0) <> coalesce(mart_kpi_monthly.active_merchants, 0);
