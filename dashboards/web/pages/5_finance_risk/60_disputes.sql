-- title: Disputes by month, count and basis points of the month's payments
-- question: Do disputes grow faster than sales?
-- note: Whole months, by day of the dispute, as the schemes count; all methods. The first months of the data lack disputes of sales before it.
-- chart: dual
-- x: month
-- y: disputes
-- line: dispute_bps
-- format: month=month, disputes=count, approved_txns=count, dispute_bps=bps, fraud_disputes=count, fraud_share=percent, disputed_amount=money
-- labels: dispute_bps=Disputes on payments, approved_txns=Payments, fraud_disputes=For fraud, fraud_share=Fraud share, disputed_amount=Disputed
-- tooltip: disputes, approved_txns, dispute_bps, fraud_disputes, fraud_share, disputed_amount
-- click: month -> filter date
with sales as (
    select
        date_trunc('month', daily.day)::date as month,
        sum(approved_txns)::double as approved_txns
    from daily
    cross join period
    where date_trunc('month', daily.day) >= period.from_date and last_day(daily.day) <= period.to_date
    group by all
),

opened as (
    select
        date_trunc('month', day)::date as month,
        sum(disputes)::double as disputes,
        sum(fraud_disputes)::double as fraud_disputes,
        sum(disputed_amount)::double as disputed_amount
    from disputes
    group by all
)

select
    strftime(sales.month, '%Y-%m') as month,
    coalesce(opened.disputes, 0) as disputes,
    sales.approved_txns,
    10000 * coalesce(opened.disputes, 0) / nullif(sales.approved_txns, 0) as dispute_bps,
    coalesce(opened.fraud_disputes, 0) as fraud_disputes,
    opened.fraud_disputes / nullif(opened.disputes, 0) as fraud_share,
    coalesce(opened.disputed_amount, 0) as disputed_amount
from sales
left join opened using (month)
order by sales.month
