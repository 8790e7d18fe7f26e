-- Which decline reasons cost most in each channel and industry?
-- Grain: decline reason x channel x industry; a reason that a segment never met is a row with 0.
-- Sources: fct_payments_daily, fct_declines_daily. The rate divides by all attempts of the segment:
-- divided by the attempts of the reason it would always be 1.
create or replace view v_decline_drivers as
with segments as (
    select
        channel,
        industry,
        cast(sum(txns) as bigint) as total_txns,
        cast(sum(txns) - sum(approved_txns) as bigint) as segment_declined_txns
    from fct_payments_daily
    group by channel, industry
),

-- A decline without a reason breaks the contract; it is named, so that reasons add up to declines.
declines as (
    select
        coalesce(decline_reason, 'unknown') as decline_reason,
        channel,
        industry,
        sum(declined_txns) as declined_txns,
        sum(declined_amount) as declined_amount
    from fct_declines_daily
    group by coalesce(decline_reason, 'unknown'), channel, industry
),

reasons as (
    select distinct decline_reason
    from declines
),

cells as (
    select
        reasons.decline_reason as decline_reason,
        segments.channel as channel,
        segments.industry as industry,
        cast(coalesce(declines.declined_txns, 0) as bigint) as declined_txns,
        segments.total_txns as total_txns,
        segments.segment_declined_txns as segment_declined_txns,
        cast(coalesce(declines.declined_amount, 0) as decimal(18, 2)) as declined_amount
    from segments
    cross join reasons
    left join declines
        on
            reasons.decline_reason = declines.decline_reason
            and segments.channel = declines.channel
            and segments.industry = declines.industry
)

select
    decline_reason,
    channel,
    industry,
    declined_txns,
    total_txns,
    cast(declined_txns as double) / nullif(total_txns, 0) as decline_rate,
    segment_declined_txns,
    cast(declined_txns as double) / nullif(segment_declined_txns, 0) as decline_share,
    declined_amount
from cells;

comment on view v_decline_drivers is
'Declines by reason. Grain: decline reason x channel x industry of the merchant.';
comment on column v_decline_drivers.decline_reason is
'Reason of the decline; unknown when a declined attempt names none.';
comment on column v_decline_drivers.channel is 'pos, ecom or inapp.';
comment on column v_decline_drivers.industry is 'Industry of the merchant.';
comment on column v_decline_drivers.declined_txns is
'Attempts of the segment (channel x industry) declined for this reason.';
comment on column v_decline_drivers.total_txns is
'All attempts of the segment, approved ones and other reasons included: repeats on each reason.';
comment on column v_decline_drivers.decline_rate is
'declined_txns / total_txns: over all reasons it adds up to 1 less the approval rate.';
comment on column v_decline_drivers.segment_declined_txns is
'Declined attempts of the segment for all reasons: repeats on each reason.';
comment on column v_decline_drivers.decline_share is
'declined_txns / segment_declined_txns; NULL in a segment without declines.';
comment on column v_decline_drivers.declined_amount is
'Amount of the attempts declined for this reason.';
