-- title: Chargebacks by month, count and basis points of payments
-- question: Do chargebacks grow faster than sales?
-- note: Whole months. Bars and first line count a chargeback on its own day, as the card schemes do, over the payments of the month; the line starts 90 days into the data, because chargebacks on earlier sales are missing. The second line counts it for the month of its sale, up to 120 days later, where these have passed.
-- chart: dual
-- x: month
-- y: disputes
-- line: dispute_bps, sale_dispute_bps
-- format: month=month, disputes=count, approved_txns=count, dispute_bps=bps, sale_disputes=count, sale_dispute_bps=bps, fraud_disputes=count, fraud_share=percent, disputed_amount=money
-- labels: disputes=Chargebacks, dispute_bps=Rate by month of chargeback, sale_dispute_bps=Rate by month of sale, approved_txns=Payments, sale_disputes=On sales of the month, fraud_disputes=For fraud, fraud_share=Fraud share, disputed_amount=Disputed
-- tooltip: disputes, approved_txns, dispute_bps, sale_dispute_bps, fraud_disputes, fraud_share, disputed_amount
-- click: month -> filter date
with sales as (
    select
        date_trunc('month', all_daily.day)::date as month,
        sum(approved_txns)::double as approved_txns
    from all_daily
    cross join period
    cross join meta
    where
        all_daily.day between period.from_month and last_day(period.to_month)
        and date_trunc('month', all_daily.day) >= meta.start_date
        and last_day(all_daily.day) <= meta.end_date
    group by all
),

opened as (
    select
        date_trunc('month', day)::date as month,
        sum(disputes)::double as disputes,
        sum(fraud_disputes)::double as fraud_disputes,
        sum(disputed_amount)::double as disputed_amount
    from all_disputes
    group by all
),

sold as (
    select
        sale_month as month,
        sum(disputes)::double as disputes
    from all_disputes
    where is_within_120_days
    group by all
),

related as (
    select
        sales.month,
        sales.approved_txns,
        coalesce(opened.disputes, 0) as disputes,
        coalesce(opened.fraud_disputes, 0) as fraud_disputes,
        coalesce(opened.disputed_amount, 0) as disputed_amount,
        if(last_day(sales.month) + 120 <= meta.end_date, coalesce(sold.disputes, 0), null) as sale_disputes,
        sales.month >= meta.start_date + 90 as is_complete
    from sales
    cross join meta
    left join opened using (month)
    left join sold using (month)
)

select
    strftime(month, '%Y-%m') as month,
    disputes,
    approved_txns,
    if(is_complete, 10000 * disputes / nullif(approved_txns, 0), null) as dispute_bps,
    sale_disputes,
    10000 * sale_disputes / nullif(approved_txns, 0) as sale_dispute_bps,
    fraud_disputes,
    fraud_disputes / nullif(disputes, 0) as fraud_share,
    disputed_amount
from related
order by month
