-- question: Do volume, revenue and disputes of all portfolios add up to those of each month?
-- table: mart_account_manager_scorecard; columns: sums; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: a merchant in two portfolios, or in none, is paid for twice or never
with mart_parts as (
    select
        month,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(net_revenue) as net_revenue,
        sum(disputes) as disputes
    from mart_account_manager_scorecard
    group by month
),

fact_parts as (
    select
        month,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(net_revenue) as net_revenue,
        sum(disputes) as disputes
    from (
        select
            cast(date_trunc('month', day) as date) as month,
            txns,
            approved_txns,
            gpv,
            net_revenue,
            0 as disputes
        from qa_hours
        union all
        select
            cast(date_trunc('month', opened_at) as date) as month,
            0 as txns,
            0 as approved_txns,
            0 as gpv,
            0 as net_revenue,
            1 as disputes
        from disputes
    ) as sources
    group by month
)

select
    month,
    mart_parts.txns as mart_txns,
    fact_parts.txns as fact_txns,
    mart_parts.approved_txns as mart_approved_txns,
    fact_parts.approved_txns as fact_approved_txns,
    mart_parts.gpv as mart_gpv,
    fact_parts.gpv as fact_gpv
from mart_parts
full outer join fact_parts using (month)  -- noqa: ST07
where
    coalesce(mart_parts.txns, 0) <> coalesce(fact_parts.txns, 0)
    or coalesce(mart_parts.approved_txns, 0) <> coalesce(fact_parts.approved_txns, 0)
    or coalesce(mart_parts.gpv, 0) <> coalesce(fact_parts.gpv, 0)
    or coalesce(mart_parts.net_revenue, 0) <> coalesce(fact_parts.net_revenue, 0)
    or coalesce(mart_parts.disputes, 0) <> coalesce(fact_parts.disputes, 0);
