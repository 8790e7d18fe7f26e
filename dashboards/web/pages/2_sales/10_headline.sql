-- title: Merchants in the last whole month
-- question: How many merchants are active, how much does each bring, and how much hangs on the largest?
-- note: Last whole month that the range touches, against the month before. Active: an approved payment in the month under the filters.
-- chart: tiles
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

sums as (
    select
        facts.month = months.month as is_now,
        facts.merchant_id,
        sum(facts.gpv) as gpv
    from all_merchant_month as facts
    inner join months
        on facts.month in (months.month, months.month_before)
    cross join meta
    where facts.approved_txns > 0 and facts.month >= meta.start_date
    group by all
),

totals as (
    select
        is_now,
        count(*)::double as merchants,
        sum(gpv)::double as gpv,
        max(gpv)::double as top_1_gpv,
        list_sum(max(gpv, 10))::double as top_10_gpv,
        sum(gpv::decimal(15, 2) * gpv::decimal(15, 2))::double as squares
    from sums
    group by is_now
),

pair as (
    select
        max(columns(* exclude (is_now))) filter (where is_now) as "now_\0",
        max(columns(* exclude (is_now))) filter (where not is_now) as "prior_\0"
    from totals
),

tiles as (
    select
        1 as place,
        'Active merchants' as label,
        now_merchants as numerator,
        null::double as denominator,
        prior_merchants as prior_numerator,
        null::double as prior_denominator,
        'count' as format,
        'higher' as better
    from pair
    union all
    select 2, 'GPV per active merchant', now_gpv, now_merchants, prior_gpv, prior_merchants, 'money', 'higher'
    from pair
    union all
    select 3, 'Share of the 10 largest', now_top_10_gpv, now_gpv, prior_top_10_gpv, prior_gpv, 'percent', 'lower'
    from pair
    union all
    select 4, 'Share of the largest', now_top_1_gpv, now_gpv, prior_top_1_gpv, prior_gpv, 'percent', 'lower'
    from pair
    union all
    select
        5, 'Effective merchants', now_gpv * now_gpv, now_squares, prior_gpv * prior_gpv, prior_squares, 'count', 'higher'
    from pair
),

valued as (
    select
        *,
        numerator / if(denominator is null, 1, nullif(denominator, 0)) as value,
        prior_numerator / if(denominator is null, 1, nullif(prior_denominator, 0)) as prior_value
    from tiles
)

select
    label,
    value,
    numerator,
    denominator,
    prior_value,
    -- Rounded, so that one merchant's effective merchants do not change by the last bit.
    round(if(format = 'percent', value - prior_value, value / nullif(prior_value, 0) - 1), 12) as change,
    format,
    better,
    strftime(months.month_before, '%B %Y') as prior_label
from valued
cross join months
order by place
