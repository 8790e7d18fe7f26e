-- question: Are GPV and merchants of every month those of the monthly mart, and the tops within?
-- table: mart_concentration_monthly; columns: gpv, active_merchants; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: shares of the largest are quotients of these
with mart_parts as (
    select
        month,
        gpv,
        active_merchants,
        greatest(top_1_gpv - top_10_gpv, top_10_gpv - top_50_gpv, top_50_gpv - gpv, 0)
            as gpv_out_of_order
    from mart_concentration_monthly
),

fact_parts as (
    select
        month,
        gpv,
        active_merchants,
        0 as gpv_out_of_order
    from mart_kpi_monthly
)

select
    month,
    mart_parts.gpv as mart_gpv,
    fact_parts.gpv as fact_gpv,
    mart_parts.active_merchants as mart_active_merchants,
    fact_parts.active_merchants as fact_active_merchants,
    mart_parts.gpv_out_of_order as mart_gpv_out_of_order,
    fact_parts.gpv_out_of_order as fact_gpv_out_of_order
from mart_parts
full outer join fact_parts using (month)  -- noqa: ST07
where
    coalesce(mart_parts.gpv, 0) <> coalesce(fact_parts.gpv, 0)
    or coalesce(mart_parts.active_merchants, 0) <> coalesce(fact_parts.active_merchants, 0)
    or coalesce(mart_parts.gpv_out_of_order, 0) <> coalesce(fact_parts.gpv_out_of_order, 0);
