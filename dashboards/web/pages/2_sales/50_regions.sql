-- title: GPV by region, last whole month and the month before
-- question: Which regions grow, and how many merchants carry each?
-- note: Last whole month that the range touches, against the month before. The change in the tooltip is per day.
-- chart: bar
-- x: region
-- y: gpv_before, gpv
-- format: gpv=money, gpv_before=money, gpv_per_day_change=percent, merchants=count, month=month
-- labels: gpv=Last whole month, gpv_before=Month before, gpv_per_day_change=Change per day, merchants=Active merchants
-- tooltip: gpv, gpv_before, gpv_per_day_change, merchants, month
-- better: gpv_per_day_change=higher
-- click: region -> filter region
with months as (
    select
        month,
        (month - interval 1 month)::date as month_before
    from (
        select (period.to_month - to_months(if(last_day(period.to_month) > meta.end_date, 1, 0)))::date as month
        from period
        cross join meta
    )
),

regions as (
    select
        merchants.region::varchar as region,
        months.month,
        months.month_before,
        sum(facts.gpv) filter (where facts.month = months.month)::double as gpv,
        sum(facts.gpv) filter (where facts.month = months.month_before)::double as gpv_before,
        count(distinct facts.merchant_id) filter (where facts.month = months.month and facts.approved_txns > 0)::double as merchants
    from all_merchant_month as facts
    inner join months
        on facts.month in (months.month, months.month_before)
    inner join meta on facts.month >= meta.start_date
    inner join merchants on facts.merchant_id = merchants.merchant_id
    group by all
)

select
    region,
    gpv,
    gpv_before,
    (gpv / datediff('day', month, month + interval 1 month))
    / nullif(gpv_before / datediff('day', month_before, month), 0) - 1 as gpv_per_day_change,
    merchants,
    strftime(month, '%Y-%m') as month
from regions
order by gpv desc nulls last, region
