-- title: Largest falls of approval from week to week, % of attempts
-- question: Where did approval fall most in the last whole week, and is it more than chance?
-- note: Last whole week up to the end of the range (Monday to Sunday) against the week before; segments with at least 100 attempts in each. Noise floor: three standard errors of the difference; sorted by how far a fall stands out from it.
-- chart: table
-- format: week=date, approval_rate=percent, approval_rate_before=percent, approval_change=points, approved_txns=count, txns=count, txns_before=count
-- labels: approval_rate=Approval, approval_rate_before=Week before, approval_change=Change, noise_floor=Noise floor, approved_txns=Approved, txns=Attempts, txns_before=Attempts week before, is_news=Beyond noise
-- better: approval_change=higher
-- click: region -> filter region
-- click: industry -> filter industry
-- click: channel -> filter channel
-- width: full
with weeks as (
    select
        (date_trunc('week', period.to_date + 1) - interval 7 day)::date as week,
        (date_trunc('week', period.to_date + 1) - interval 14 day)::date as week_before,
        meta.start_date
    from period
    cross join meta
),

segments as (
    select
        all_daily.region,
        all_daily.industry,
        all_daily.channel,
        weeks.week,
        (sum(approved_txns) filter (where day >= weeks.week))::double as approved_txns,
        (sum(txns) filter (where day >= weeks.week))::double as txns,
        (sum(approved_txns) filter (where day < weeks.week))::double as approved_txns_before,
        (sum(txns) filter (where day < weeks.week))::double as txns_before
    from all_daily
    cross join weeks
    where
        weeks.week_before >= weeks.start_date
        and all_daily.day >= weeks.week_before
        and all_daily.day < weeks.week + 7
    group by all
    having least(sum(txns) filter (where day >= weeks.week), sum(txns) filter (where day < weeks.week)) >= 100
),

measured as (
    select
        *,
        approved_txns / txns as approval_rate,
        approved_txns_before / txns_before as approval_rate_before,
        (approved_txns + approved_txns_before) / (txns + txns_before) as pooled
    from segments
)

select
    region::varchar as region,
    industry::varchar as industry,
    channel::varchar as channel,
    approval_rate,
    approval_rate_before,
    approval_rate - approval_rate_before as approval_change,
    format('±{:.2f} pp', 300 * sqrt(pooled * (1 - pooled) * (1 / txns + 1 / txns_before))) as noise_floor,
    if(
        approval_rate_before - approval_rate > 3 * sqrt(pooled * (1 - pooled) * (1 / txns + 1 / txns_before)),
        'yes',
        'no'
    ) as is_news,
    approved_txns,
    txns,
    txns_before,
    strftime(week, '%Y-%m-%d') as week
from measured
where approval_rate < approval_rate_before
order by (approval_rate_before - approval_rate) / nullif(sqrt(pooled * (1 - pooled) * (1 / txns + 1 / txns_before)), 0) desc,
    region, industry, channel
limit 8
