-- question: Do the cells of the heatmap add up to all attempts, to the cent?
-- table: mart_industry_heatmap; columns: sums; grain: table_name
-- dimension: consistency; severity: error
-- threshold: 0 differences: a merchant without a segment would be lost here
with mart_total as (
    select
        sum(gpv) as gpv,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from mart_industry_heatmap
),

fact_total as (
    select
        sum(gpv) as gpv,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from qa_hours
)

select
    'mart_industry_heatmap' as table_name,
    mart_total.gpv as mart_gpv,
    fact_total.gpv as fact_gpv,
    mart_total.txns as mart_txns,
    fact_total.txns as fact_txns
from mart_total
cross join fact_total
where
    coalesce(mart_total.gpv, 0) <> coalesce(fact_total.gpv, 0)
    or coalesce(mart_total.txns, 0) <> coalesce(fact_total.txns, 0)
    or coalesce(mart_total.approved_txns, 0) <> coalesce(fact_total.approved_txns, 0)
    or coalesce(mart_total.total_fees, 0) <> coalesce(fact_total.total_fees, 0)
    or coalesce(mart_total.net_revenue, 0) <> coalesce(fact_total.net_revenue, 0);
