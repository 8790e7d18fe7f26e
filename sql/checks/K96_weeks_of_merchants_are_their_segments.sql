-- question: Do the merchants of every week and segment add up to its days, to the cent?
-- table: mart_merchant_week; columns: sums; grain: week_start, region, industry, size
-- dimension: consistency; severity: error
-- threshold: 0 cells: that the days are the facts, K48 tells
with mart_parts as (
    select
        week_start,
        region,
        industry,
        merchant_size,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from mart_merchant_week
    group by week_start, region, industry, merchant_size
),

fact_parts as (
    select
        cast(date_trunc('week', day) as date) as week_start,
        region,
        industry,
        merchant_size,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from mart_payments_daily
    group by cast(date_trunc('week', day) as date), region, industry, merchant_size
)

select
    week_start,
    region,
    industry,
    merchant_size,
    mart_parts.txns as mart_txns,
    fact_parts.txns as fact_txns,
    mart_parts.approved_txns as mart_approved_txns,
    fact_parts.approved_txns as fact_approved_txns,
    mart_parts.gpv as mart_gpv,
    fact_parts.gpv as fact_gpv
from mart_parts
full outer join fact_parts using (week_start, region, industry, merchant_size)  -- noqa: ST07
where
    coalesce(mart_parts.txns, 0) <> coalesce(fact_parts.txns, 0)
    or coalesce(mart_parts.approved_txns, 0) <> coalesce(fact_parts.approved_txns, 0)
    or coalesce(mart_parts.gpv, 0) <> coalesce(fact_parts.gpv, 0)
    or coalesce(mart_parts.total_fees, 0) <> coalesce(fact_parts.total_fees, 0)
    or coalesce(mart_parts.net_revenue, 0) <> coalesce(fact_parts.net_revenue, 0);
