-- question: Do GPV and net revenue of all cohorts add up to those of each month, to the cent?
-- table: mart_gpv_retention; columns: gpv, net_revenue; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: every merchant belongs to one cohort
with mart_parts as (
    select
        month,
        sum(gpv) as gpv,
        sum(net_revenue) as net_revenue
    from mart_gpv_retention
    group by month
),

fact_parts as (
    select
        cast(date_trunc('month', day) as date) as month,
        sum(gpv) as gpv,
        sum(net_revenue) as net_revenue
    from qa_hours
    group by cast(date_trunc('month', day) as date)
)

select
    month,
    mart_parts.gpv as mart_gpv,
    fact_parts.gpv as fact_gpv,
    mart_parts.net_revenue as mart_net_revenue,
    fact_parts.net_revenue as fact_net_revenue
from mart_parts
full outer join fact_parts using (month)  -- noqa: ST07
where
    coalesce(mart_parts.gpv, 0) <> coalesce(fact_parts.gpv, 0)
    or coalesce(mart_parts.net_revenue, 0) <> coalesce(fact_parts.net_revenue, 0);
