-- title: Share of GPV of the largest merchants by month, %
-- question: Does the volume come to hang on fewer merchants?
-- note: Whole months; the largest are found anew in each month.
-- chart: line
-- x: month
-- y: top_10_share, top_50_share
-- format: month=month, top_10_share=percent, top_50_share=percent, top_10_gpv=money, top_50_gpv=money, gpv=money, active_merchants=count, effective_merchants=count
-- labels: top_10_share=10 largest, top_50_share=50 largest, gpv=GPV, active_merchants=Active merchants, effective_merchants=Effective merchants
-- tooltip: top_10_share, top_50_share, gpv, active_merchants, effective_merchants
-- click: month -> filter date
with sums as (
    select
        facts.month,
        facts.merchant_id,
        sum(facts.gpv) as gpv
    from merchant_month as facts
    cross join meta
    where facts.approved_txns > 0 and facts.month >= meta.start_date and last_day(facts.month) <= meta.end_date
    group by all
),

months as (
    select
        month,
        count(*)::double as active_merchants,
        sum(gpv)::double as gpv,
        max(gpv, 50) as largest,
        sum(gpv::decimal(15, 2) * gpv::decimal(15, 2))::double as squares
    from sums
    group by month
),

shares as (
    select
        *,
        list_sum(largest[:10])::double as top_10_gpv,
        list_sum(largest)::double as top_50_gpv
    from months
)

select
    strftime(month, '%Y-%m') as month,
    top_10_gpv,
    top_50_gpv,
    gpv,
    top_10_gpv / nullif(gpv, 0) as top_10_share,
    top_50_gpv / nullif(gpv, 0) as top_50_share,
    active_merchants,
    gpv * gpv / nullif(squares, 0) as effective_merchants
from shares
order by month
