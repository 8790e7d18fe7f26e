-- question: Does the bridge begin and end at the GPV of its months, and its steps lead there?
-- table: mart_growth_bridge; columns: gpv_month_before, gpv, gpv_effect; grain: month, driver
-- dimension: consistency; severity: error
-- threshold: 0 rows: a step that is lost leaves growth without a cause; to half a cent
with drivers as (
    select
        month,
        driver,
        sum(gpv_month_before) as gpv_month_before,
        sum(gpv) as gpv,
        sum(gpv_effect) as gpv_effect,
        min(least(gpv, gpv_month_before)) as lowest_gpv
    from mart_growth_bridge
    group by
        month,
        driver
),

bridges as (
    select
        month,
        driver,
        gpv_month_before,
        gpv,
        lowest_gpv,
        sum(gpv_effect) over (partition by month) as gpv_change
    from drivers
)

select
    bridges.month,
    bridges.driver,
    bridges.gpv_month_before as bridge_gpv_month_before,
    months_before.gpv as gpv_month_before,
    bridges.gpv as bridge_gpv,
    mart_kpi_monthly.gpv,
    bridges.gpv_change
from bridges
left join mart_kpi_monthly on bridges.month = mart_kpi_monthly.month
left join mart_kpi_monthly as months_before
    on bridges.month = cast(months_before.month + interval 1 month as date)
where
    bridges.gpv is distinct from mart_kpi_monthly.gpv
    or bridges.gpv_month_before is distinct from months_before.gpv
    -- Below zero there is no logarithm: the amounts are wrong then, and V01 says so.
    or (
        bridges.lowest_gpv >= 0
        and abs(bridges.gpv_change - cast(bridges.gpv - bridges.gpv_month_before as double)) > 0.005
    );
