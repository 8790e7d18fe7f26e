-- title: Refunded share of GPV by month of sale, %
-- question: How much of each month's sales is paid back, and how soon?
-- note: Whole months of sale; refunds so far up to one and two months later. Each line ends where its last month is not wholly in the data yet.
-- chart: line
-- x: month
-- y: refund_rate
-- series: lag
-- format: month=month, refund_rate=percent, refund_amount=money, gpv=money, refunds=count
-- labels: refund_rate=Refunded, refund_amount=Amount refunded, gpv=GPV of the month
-- tooltip: refund_rate, refund_amount, gpv, refunds
-- click: month -> filter date
with sales as (
    select
        all_contribution.month,
        lags.lag_months,
        sum(all_contribution.gpv)::double as gpv
    from all_contribution
    cross join period
    cross join meta
    cross join (select unnest([0, 1, 2]) as lag_months) as lags
    where
        all_contribution.month between period.from_month and period.to_month
        and all_contribution.month >= meta.start_date
        and last_day(all_contribution.month + to_months(lags.lag_months)) <= meta.end_date
    group by all
),

repaid as (
    select
        sale_month as month,
        datediff('month', sale_month, day) as lag_months,
        sum(refunds) as refunds,
        sum(refund_amount) as refund_amount
    from all_refunds
    group by all
)

select
    strftime(sales.month, '%Y-%m') as month,
    ['In the month of sale', 'Up to one month later', 'Up to two months later'][sales.lag_months + 1] as lag,
    coalesce(sum(repaid.refund_amount), 0)::double as refund_amount,
    sales.gpv,
    coalesce(sum(repaid.refund_amount), 0)::double / nullif(sales.gpv, 0) as refund_rate,
    coalesce(sum(repaid.refunds), 0)::double as refunds
from sales
left join repaid on sales.month = repaid.month and sales.lag_months >= repaid.lag_months
group by sales.month, sales.lag_months, sales.gpv
order by sales.month, sales.lag_months
