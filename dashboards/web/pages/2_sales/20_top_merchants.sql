-- title: 15 largest merchants by GPV in the range
-- question: Who carries the volume, through which channels, since when, and does it grow?
-- note: Whole months. The change is that of the last whole month that the range touches against the month before, per day.
-- chart: bar
-- options: horizontal
-- x: merchant_name
-- y: gpv
-- format: gpv=money, share_of_gpv=percent, gpv_per_day_change=percent, signup_month=month, all_gpv=money
-- labels: gpv=GPV, share_of_gpv=Share of all GPV, merchant_size=Size, channel_mix=Channels, signup_month=Signed up, gpv_per_day_change=Change to the last month
-- tooltip: gpv, share_of_gpv, gpv_per_day_change, industry, region, merchant_size, channel_mix, signup_month
-- better: gpv_per_day_change=higher
-- click: merchant_name -> filter merchant_id
with largest as (
    select
        merchant_id,
        gpv::double as gpv,
        (select sum(gpv) from merchant_sums)::double as all_gpv
    from merchant_sums
    where gpv > 0
    order by merchant_sums.gpv desc, merchant_id
    limit 15
),

channels as (
    select
        merchant_id,
        case channel::varchar when 'pos' then 'POS' when 'ecom' then 'e-commerce' when 'inapp' then 'in-app' else channel::varchar end as channel,
        sum(gpv)::double as gpv
    from merchant_mix
    where merchant_id in (select merchant_id from largest)
    group by all
),

mixes as (
    select
        channels.merchant_id,
        string_agg(format('{} {:.0f} %', channels.channel, 100 * channels.gpv / largest.gpv), ', ' order by channels.gpv desc, channels.channel) as channel_mix
    from channels
    inner join largest using (merchant_id)
    where channels.gpv >= 0.005 * largest.gpv
    group by all
)

select
    merchants.merchant_id,
    merchants.merchant_name,
    largest.gpv,
    largest.all_gpv,
    largest.gpv / nullif(largest.all_gpv, 0) as share_of_gpv,
    (pairs.gpv::double / last_month.days) / nullif(pairs.gpv_before::double / last_month.days_before, 0) - 1 as gpv_per_day_change,
    merchants.industry::varchar as industry,
    merchants.region::varchar as region,
    merchants.merchant_size::varchar as merchant_size,
    mixes.channel_mix,
    strftime(merchants.signup_month, '%Y-%m') as signup_month
from largest
inner join merchants using (merchant_id)
inner join mixes using (merchant_id)
cross join last_month
left join merchant_pairs as pairs using (merchant_id)
order by largest.gpv desc, merchants.merchant_id
