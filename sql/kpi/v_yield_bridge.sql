-- Why did the fee yield change from one month to the next: by prices or by the mix of business?
-- Grain: month x region x industry x merchant size x channel x payment method, between two whole
-- months, with volume in either. Sources: dim_calendar, fct_payments_daily. The yield is the sum of
-- share of GPV x own yield over segments; the logarithmic mean (LMDI) splits the change of each
-- term between the two without a rest. A segment that comes or goes is mix; the mix of merchants
-- within a segment is part of its price.
create or replace view v_yield_bridge as
with months as (
    select
        month,
        month_number
    from dim_calendar
    where not is_partial_month
    group by month, month_number
),

segments as (
    select
        dim_calendar.month_number as month_number,
        fct_payments_daily.region as region,
        fct_payments_daily.industry as industry,
        fct_payments_daily.merchant_size as merchant_size,
        fct_payments_daily.channel as channel,
        fct_payments_daily.payment_method as payment_method,
        sum(fct_payments_daily.gpv) as gpv,
        sum(fct_payments_daily.total_fees) as total_fees
    from fct_payments_daily
    inner join dim_calendar on fct_payments_daily.day = dim_calendar.day
    where not dim_calendar.is_partial_month
    group by
        dim_calendar.month_number,
        fct_payments_daily.region,
        fct_payments_daily.industry,
        fct_payments_daily.merchant_size,
        fct_payments_daily.channel,
        fct_payments_daily.payment_method
),

totals as (
    select
        month_number,
        sum(gpv) as gpv
    from segments
    group by month_number
),

-- Each segment of a month stands once as itself and once as the base of the month after.
sides as (
    select
        month_number,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        gpv,
        total_fees,
        0 as gpv_month_before,
        0 as total_fees_month_before
    from segments
    union all
    select
        month_number + 1 as month_number,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        0 as gpv,
        0 as total_fees,
        gpv as gpv_month_before,
        total_fees as total_fees_month_before
    from segments
),

pairs as (
    select
        month_number,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        cast(sum(gpv) as decimal(18, 2)) as gpv,
        cast(sum(total_fees) as decimal(18, 2)) as total_fees,
        cast(sum(gpv_month_before) as decimal(18, 2)) as gpv_month_before,
        cast(sum(total_fees_month_before) as decimal(18, 2)) as total_fees_month_before
    from sides
    group by month_number, region, industry, merchant_size, channel, payment_method
),

terms as (
    select
        months.month as month,
        pairs.region as region,
        pairs.industry as industry,
        pairs.merchant_size as merchant_size,
        pairs.channel as channel,
        pairs.payment_method as payment_method,
        pairs.gpv as gpv,
        pairs.total_fees as total_fees,
        cast(totals.gpv as decimal(18, 2)) as all_gpv,
        pairs.gpv_month_before as gpv_month_before,
        pairs.total_fees_month_before as total_fees_month_before,
        cast(totals_before.gpv as decimal(18, 2)) as all_gpv_month_before,
        10000 * cast(pairs.total_fees as double) / nullif(cast(totals.gpv as double), 0)
            as part_bps,
        10000 * cast(pairs.total_fees_month_before as double)
        / nullif(cast(totals_before.gpv as double), 0) as part_before_bps,
        cast(pairs.total_fees as double) / nullif(cast(pairs.gpv as double), 0)
        / nullif(
            cast(pairs.total_fees_month_before as double)
            / nullif(cast(pairs.gpv_month_before as double), 0), 0
        ) as price_ratio,
        cast(pairs.gpv as double) / nullif(cast(totals.gpv as double), 0)
        / nullif(
            cast(pairs.gpv_month_before as double)
            / nullif(cast(totals_before.gpv as double), 0), 0
        ) as share_ratio
    from pairs
    inner join months on pairs.month_number = months.month_number
    inner join totals on pairs.month_number = totals.month_number
    inner join totals as totals_before on pairs.month_number = totals_before.month_number + 1
    where pairs.gpv <> 0 or pairs.gpv_month_before <> 0
),

-- Logarithmic mean of both terms; equal terms are their own mean.
weighted as (
    select
        month,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        gpv,
        total_fees,
        all_gpv,
        gpv_month_before,
        total_fees_month_before,
        all_gpv_month_before,
        part_bps,
        part_before_bps,
        price_ratio,
        share_ratio,
        case
            when part_bps = part_before_bps then part_bps
            when part_bps > 0 and part_before_bps > 0
                then
                    cast(part_bps - part_before_bps as double)
                    / nullif(ln(cast(part_bps as double) / nullif(part_before_bps, 0)), 0)
        end as weight
    from terms
)

select
    month,
    region,
    industry,
    merchant_size,
    channel,
    payment_method,
    gpv_month_before,
    total_fees_month_before,
    all_gpv_month_before,
    gpv,
    total_fees,
    all_gpv,
    case
        when price_ratio > 0 and share_ratio > 0 then weight * ln(price_ratio)
        when gpv > 0 and gpv_month_before > 0
            then coalesce(part_bps, 0) - coalesce(part_before_bps, 0)
        else cast(0 as double)
    end as price_effect_bps,
    case
        when price_ratio > 0 and share_ratio > 0 then weight * ln(share_ratio)
        when gpv > 0 and gpv_month_before > 0 then cast(0 as double)
        else coalesce(part_bps, 0) - coalesce(part_before_bps, 0)
    end as mix_effect_bps
from weighted;

comment on view v_yield_bridge is
'Price and mix of the yield. Grain: month x region x industry x size x channel x method.';
comment on column v_yield_bridge.month is
'First day of the month; it and the month before are whole.';
comment on column v_yield_bridge.region is 'Region of the merchants.';
comment on column v_yield_bridge.industry is 'Industry of the merchants.';
comment on column v_yield_bridge.merchant_size is 'small, medium or enterprise.';
comment on column v_yield_bridge.channel is 'pos, ecom or inapp.';
comment on column v_yield_bridge.payment_method is 'card, ach or wallet.';
comment on column v_yield_bridge.gpv_month_before is 'gpv of the segment in the month before.';
comment on column v_yield_bridge.total_fees_month_before is
'total_fees of the segment in the month before.';
comment on column v_yield_bridge.all_gpv_month_before is
'gpv of all segments in the month before: repeats on each.';
comment on column v_yield_bridge.gpv is 'gpv of the segment in the month.';
comment on column v_yield_bridge.total_fees is 'total_fees of the segment in the month.';
comment on column v_yield_bridge.all_gpv is
'gpv of all segments in the month: repeats on each.';
comment on column v_yield_bridge.price_effect_bps is
'Change of the overall fee yield due to the segment''s own yield, in basis points.';
comment on column v_yield_bridge.mix_effect_bps is
'Change due to the segment''s share of GPV; over all segments both add up to the change.';
