-- question: Are volume, counts and fees of every merchant in the mart those of its attempts?
-- table: mart_top_merchants; columns: gpv, txns, approved_txns, total_fees; grain: merchant_id
-- dimension: consistency; severity: error
-- threshold: 0 merchants: one who is missing or double shifts every rank and share
with fact_merchants as (
    select
        merchant_id,
        sum(gpv) as gpv,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(total_fees) as total_fees
    from qa_merchant_totals
    group by merchant_id
)

select
    merchant_id,
    mart_top_merchants.gpv as mart_gpv,
    fact_merchants.gpv as fact_gpv,
    mart_top_merchants.txns as mart_txns,
    fact_merchants.txns as fact_txns
from mart_top_merchants
full outer join fact_merchants using (merchant_id)  -- noqa: ST07
where
    coalesce(mart_top_merchants.gpv, 0) <> coalesce(fact_merchants.gpv, 0)
    or coalesce(mart_top_merchants.txns, 0) <> coalesce(fact_merchants.txns, 0)
    or coalesce(mart_top_merchants.approved_txns, 0) <> coalesce(fact_merchants.approved_txns, 0)
    or coalesce(mart_top_merchants.total_fees, 0) <> coalesce(fact_merchants.total_fees, 0);
