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
with regions as (
    select
        merchants.region::varchar as region,
        sum(pairs.gpv)::double as gpv,
        sum(pairs.gpv_before)::double as gpv_before,
        count(*) filter (where pairs.is_active)::double as merchants
    from merchant_pairs as pairs
    inner join merchants using (merchant_id)
    group by all
)

select
    regions.region,
    regions.gpv,
    regions.gpv_before,
    (regions.gpv / last_month.days) / nullif(regions.gpv_before / last_month.days_before, 0) - 1 as gpv_per_day_change,
    regions.merchants,
    strftime(last_month.month, '%Y-%m') as month
from regions
cross join last_month
order by gpv desc nulls last, region
