-- question: Are volume, counts and fees of every month in the cube those of the attempts?
-- table: fct_merchant_mix_month; columns: sums; grain: month_number
-- dimension: consistency; severity: error
-- threshold: 0 months: that its merchants are the facts, K08 tells, whose mart adds up this cube
with mart_parts as (
    select
        month_number,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from fct_merchant_mix_month
    group by month_number
),

fact_parts as (
    select
        year(day) * 12 + month(day) as month_number,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from qa_hours
    group by year(day) * 12 + month(day)
)

select
    month_number,
    mart_parts.txns as mart_txns,
    fact_parts.txns as fact_txns,
    mart_parts.approved_txns as mart_approved_txns,
    fact_parts.approved_txns as fact_approved_txns,
    mart_parts.gpv as mart_gpv,
    fact_parts.gpv as fact_gpv
from mart_parts
full outer join fact_parts using (month_number)  -- noqa: ST07
where
    coalesce(mart_parts.txns, 0) <> coalesce(fact_parts.txns, 0)
    or coalesce(mart_parts.approved_txns, 0) <> coalesce(fact_parts.approved_txns, 0)
    or coalesce(mart_parts.gpv, 0) <> coalesce(fact_parts.gpv, 0)
    or coalesce(mart_parts.total_fees, 0) <> coalesce(fact_parts.total_fees, 0)
    or coalesce(mart_parts.net_revenue, 0) <> coalesce(fact_parts.net_revenue, 0);
