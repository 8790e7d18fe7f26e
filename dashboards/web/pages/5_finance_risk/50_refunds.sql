-- title: Refunded share of GPV by month of sale, %
-- question: How much of each month's sales is paid back, and how long after the sale?
-- note: Stacked by months from sale to refund, as seen by the end of the data: the last months are still growing. Whole months of sale.
-- chart: bar
-- options: stacked
-- x: month
-- y: refund_rate
-- series: lag
-- format: month=month, refund_rate=percent, refund_amount=money, gpv=money, refunds=count
-- labels: refund_rate=Refunded share of GPV, refund_amount=Refunded, gpv=GPV of the month, lag=Refunded
-- tooltip: refund_rate, refund_amount, gpv, refunds
-- click: month -> filter date
with sales as (
    select
        all_contribution.month,
        sum(gpv)::double as gpv
    from all_contribution
    cross join period
    cross join meta
    where
        all_contribution.month between period.from_month and period.to_month
        and all_contribution.month >= meta.start_date
        and last_day(all_contribution.month) <= meta.end_date
    group by all
),

lags as (
    select
        sale_month as month,
        least(datediff('month', sale_month, day), 2) as lag_months,
        sum(refunds)::double as refunds,
        sum(refund_amount)::double as refund_amount
    from all_refunds
    group by all
)

select
    strftime(sales.month, '%Y-%m') as month,
    case lags.lag_months when 0 then 'in the month of sale' when 1 then 'one month later' else 'two or more months later' end as lag,
    lags.refund_amount,
    sales.gpv,
    lags.refund_amount / nullif(sales.gpv, 0) as refund_rate,
    lags.refunds
from sales
inner join lags using (month)
order by sales.month, lags.lag_months
