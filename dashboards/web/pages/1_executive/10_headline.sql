-- title: Headline figures of the period
-- question: How much was processed, how much of it was approved, what was charged and what was kept?
-- chart: tiles
with now as (
    select
        sum(gpv)::double as gpv,
        sum(txns)::double as txns,
        sum(approved_txns)::double as approved_txns,
        sum(total_fees)::double as total_fees,
        sum(net_revenue)::double as net_revenue
    from daily
),

prior as (
    select
        sum(gpv)::double as gpv,
        sum(txns)::double as txns,
        sum(approved_txns)::double as approved_txns,
        sum(total_fees)::double as total_fees,
        sum(net_revenue)::double as net_revenue
    from all_daily
    cross join period
    where period.has_prior and day between period.prior_from and period.prior_to
),

tiles as (
    select
        1 as place,
        'GPV' as label,
        now.gpv as numerator,
        null::double as denominator,
        prior.gpv as prior_numerator,
        null::double as prior_denominator,
        'money' as format,
        'higher' as better
    from now cross join prior
    union all
    select 2, 'Approval rate of attempts', now.approved_txns, now.txns, prior.approved_txns, prior.txns, 'percent', 'higher'
    from now cross join prior
    union all
    select 3, 'Average ticket', now.gpv, now.approved_txns, prior.gpv, prior.approved_txns, 'money', 'none'
    from now cross join prior
    union all
    select 4, 'Fee yield on GPV', now.total_fees, now.gpv, prior.total_fees, prior.gpv, 'bps', 'higher'
    from now cross join prior
    union all
    select 5, 'Net take rate on GPV', now.net_revenue, now.gpv, prior.net_revenue, prior.gpv, 'bps', 'higher'
    from now cross join prior
),

valued as (
    select
        *,
        if(format = 'bps', 10000, 1) * numerator / if(denominator is null, 1, nullif(denominator, 0)) as value,
        if(format = 'bps', 10000, 1) * prior_numerator
        / if(denominator is null, 1, nullif(prior_denominator, 0)) as prior_value
    from tiles
)

select
    label,
    value,
    numerator,
    denominator,
    prior_value,
    if(format in ('percent', 'bps'), value - prior_value, value / nullif(prior_value, 0) - 1) as change,
    format,
    better
from valued
order by place
