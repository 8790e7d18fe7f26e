-- title: Merchants in the last whole month
-- question: How many merchants are active, how much does each bring, and how much hangs on the largest?
-- note: Last whole month that the range touches, against the month before. Active: an approved payment in the month under the filters.
-- chart: tiles
with sums as (
    select true as is_now, gpv
    from merchant_pairs
    where is_active
    union all
    select false, gpv_before
    from merchant_pairs
    where was_active
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
    strftime(last_month.month_before, '%B %Y') as prior_label
from valued
cross join last_month
order by place
