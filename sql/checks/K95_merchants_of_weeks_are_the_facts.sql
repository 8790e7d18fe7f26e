-- question: Do the weeks of every merchant add up to the merchant, to the cent?
-- table: mart_merchant_week; columns: sums; grain: merchant_id
-- dimension: consistency; severity: error
-- threshold: 0 merchants: that they are the facts, K08 tells
with mart_parts as (
    select
        merchant_id,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from mart_merchant_week
    group by merchant_id
)

select
    merchant_id,
    mart_parts.txns as mart_txns,
    mart_top_merchants.txns as fact_txns,
    mart_parts.approved_txns as mart_approved_txns,
    mart_top_merchants.approved_txns as fact_approved_txns,
    mart_parts.gpv as mart_gpv,
    mart_top_merchants.gpv as fact_gpv
from mart_parts
full outer join mart_top_merchants using (merchant_id)  -- noqa: ST07
where
    coalesce(mart_parts.txns, 0) <> coalesce(mart_top_merchants.txns, 0)
    or coalesce(mart_parts.approved_txns, 0) <> coalesce(mart_top_merchants.approved_txns, 0)
    or coalesce(mart_parts.gpv, 0) <> coalesce(mart_top_merchants.gpv, 0)
    or coalesce(mart_parts.total_fees, 0) <> coalesce(mart_top_merchants.total_fees, 0)
    or coalesce(mart_parts.net_revenue, 0) <> coalesce(mart_top_merchants.net_revenue, 0);
