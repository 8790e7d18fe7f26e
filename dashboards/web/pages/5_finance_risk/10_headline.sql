-- title: Money kept and money disputed in the period
-- question: What did we keep, what was left after the costs of serving merchants, and how much was refunded or disputed?
-- note: Refunds and chargebacks count on their own day, against the sales of the same period. Contribution is net revenue less the costs of serving, in whole months; its margin is the share of net revenue. Change against the period before, where the data reaches that far back.
-- chart: tiles
with ranges as (
    select
        period.*,
        (from_month - to_months(datediff('month', from_month, to_month) + 1))::date as months_before,
        meta.start_date
    from period
    cross join meta
),

sales as (
    select
        sum(gpv)::double as gpv,
        sum(approved_txns)::double as approved_txns,
        sum(net_revenue)::double as net_revenue
    from daily
),

prior_sales as (
    select
        sum(gpv)::double as gpv,
        sum(approved_txns)::double as approved_txns,
        sum(net_revenue)::double as net_revenue
    from all_daily
    cross join ranges
    where ranges.has_prior and day between ranges.prior_from and ranges.prior_to
),

margin as (
    select
        sum(net_revenue) filter (where month >= ranges.from_month)::double as net_revenue,
        sum(contribution_amount) filter (where month >= ranges.from_month)::double as contribution_amount,
        sum(net_revenue) filter (where month < ranges.from_month)::double as prior_net_revenue,
        sum(contribution_amount) filter (where month < ranges.from_month)::double as prior_contribution_amount
    from all_contribution
    cross join ranges
    where
        month <= ranges.to_month
        and (month >= ranges.from_month or (month >= ranges.months_before and ranges.months_before >= ranges.start_date))
),

repaid as (
    select coalesce(sum(refund_amount), 0)::double as refund_amount
    from refunds
),

prior_repaid as (
    select if((select has_prior from ranges), coalesce(sum(refund_amount), 0), null)::double as refund_amount
    from all_refunds
    cross join ranges
    where ranges.has_prior and day between ranges.prior_from and ranges.prior_to
),

disputed as (
    select
        coalesce(sum(disputes), 0)::double as disputes,
        coalesce(sum(fraud_disputes), 0)::double as fraud_disputes
    from disputes
),

prior_disputed as (
    select
        if((select has_prior from ranges), coalesce(sum(disputes), 0), null)::double as disputes,
        if((select has_prior from ranges), coalesce(sum(fraud_disputes), 0), null)::double as fraud_disputes
    from all_disputes
    cross join ranges
    where ranges.has_prior and day between ranges.prior_from and ranges.prior_to
),

tiles as (
    select
        1 as place,
        'Net revenue' as label,
        sales.net_revenue as numerator,
        null::double as denominator,
        prior_sales.net_revenue as prior_numerator,
        null::double as prior_denominator,
        'money' as format,
        'higher' as better
    from sales cross join prior_sales
    union all
    select 2, 'Contribution', contribution_amount, null, prior_contribution_amount, null, 'money', 'higher'
    from margin
    union all
    select
        3, 'Contribution margin', contribution_amount, net_revenue, prior_contribution_amount,
        prior_net_revenue, 'percent', 'higher'
    from margin
    union all
    select
        4, 'Refund rate of GPV', repaid.refund_amount, sales.gpv, prior_repaid.refund_amount, prior_sales.gpv,
        'percent', 'lower'
    from sales cross join prior_sales cross join repaid cross join prior_repaid
    union all
    select
        5, 'Chargeback rate of payments', disputed.disputes, sales.approved_txns, prior_disputed.disputes,
        prior_sales.approved_txns, 'bps', 'lower'
    from sales cross join prior_sales cross join disputed cross join prior_disputed
    union all
    select
        6, 'Fraud share of chargebacks', disputed.fraud_disputes, disputed.disputes, prior_disputed.fraud_disputes,
        prior_disputed.disputes, 'percent', 'lower'
    from disputed cross join prior_disputed
),

valued as (
    select
        *,
        if(format = 'bps', 10000, 1) * numerator / if(denominator is null and format = 'money', 1, nullif(denominator, 0)) as value,
        if(format = 'bps', 10000, 1) * prior_numerator
        / if(prior_denominator is null and format = 'money', 1, nullif(prior_denominator, 0)) as prior_value
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
    better,
    -- Contribution is in months; the other tiles go by days, as the page says by itself.
    if(
        label in ('Contribution', 'Contribution margin'),
        strftime(ranges.months_before, '%b %Y')
        || if(
            ranges.months_before = ranges.from_month - interval 1 month,
            '',
            strftime(ranges.from_month - interval 1 month, ' – %b %Y')
        ),
        null
    ) as prior_label
from valued
cross join ranges
order by place
