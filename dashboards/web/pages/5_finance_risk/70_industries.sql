-- title: Chargebacks by industry in the period, basis points of payments
-- question: In which industries do customers dispute most payments?
-- note: By day of the chargeback.
-- chart: bar
-- options: horizontal
-- x: industry
-- y: dispute_bps
-- format: dispute_bps=bps, disputes=count, approved_txns=count, fraud_share=percent, fraud_disputes=count, disputed_amount=money
-- labels: dispute_bps=Chargeback rate, disputes=Chargebacks, approved_txns=Payments, fraud_share=Fraud share, fraud_disputes=For fraud, disputed_amount=Disputed
-- tooltip: dispute_bps, disputes, approved_txns, fraud_share, disputed_amount
-- click: industry -> filter industry
with sales as (
    select
        industry,
        sum(approved_txns)::double as approved_txns
    from daily
    group by all
),

opened as (
    select
        industry,
        sum(disputes)::double as disputes,
        sum(fraud_disputes)::double as fraud_disputes,
        sum(disputed_amount)::double as disputed_amount
    from disputes
    group by all
)

select
    sales.industry::varchar as industry,
    coalesce(opened.disputes, 0) as disputes,
    sales.approved_txns,
    10000 * coalesce(opened.disputes, 0) / nullif(sales.approved_txns, 0) as dispute_bps,
    coalesce(opened.fraud_disputes, 0) as fraud_disputes,
    opened.fraud_disputes / nullif(opened.disputes, 0) as fraud_share,
    coalesce(opened.disputed_amount, 0) as disputed_amount
from sales
left join opened using (industry)
order by dispute_bps desc nulls last, industry
