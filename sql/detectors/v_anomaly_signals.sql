-- On which days was a segment so far from its own baseline that chance does not explain it?
-- Grain: metric x response code x segment x UTC day, signals only. Source: fct_segment_days.
--
-- Expected share: the median of the weekly shares of the eight weeks before; in the first four
-- weeks of a segment, of all its weeks. A merchant is also held against the weeks in which it was
-- active before, so that its return is no surge. A key account (30 attempts expected in fourteen
-- days) is judged by its last fourteen days against weeks three to seventeen before: no slow fall
-- hides there.
--
-- Evidence: half the binomial deviance is Chernoff's bound of -ln p, valid for small counts too.
-- It is divided by the dispersion: the squared robust spread (1.4826 x median absolute residual)
-- of the segment, and never less than that of the binomial. Benjamini and Hochberg's procedure
-- holds the false discovery rate of each metric and day at 0.001. A signal must also be large:
-- half as much again and 8 attempts more than expected, 15 for a merchant, or a quarter less for a
-- key account.
create or replace macro binomial_deviance(counted, tried, share) as
2 * (
    case when counted > 0 then counted * ln(counted / (tried * share)) else 0 end
    + case
        when counted < tried
            then (tried - counted) * ln((tried - counted) / (tried * (1 - share)))
        else 0
    end
);

create or replace view v_anomaly_signals as
with cells as materialized (
    select *
    from fct_segment_days
    qualify max(numerator) over (partition by metric, response_code, segment) >= 8
),

weeks as (
    select
        metric,
        response_code,
        segment,
        cast(date_trunc('week', day) as date) as week_start,
        sum(denominator) as denominator,
        sum(numerator) / nullif(sum(denominator), 0) as weekly_share
    from cells
    group by metric, response_code, segment, cast(date_trunc('week', day) as date)
),

baselines as (
    select
        metric,
        response_code,
        segment,
        week_start,
        least(0.5 / denominator, 0.5) as least_share,
        median(weekly_share) over recent as recent_share,
        count(weekly_share) over recent as recent_weeks,
        median(weekly_share) over earlier as earlier_share,
        count(weekly_share) over earlier as earlier_weeks,
        median(nullif(weekly_share, 0)) over past as past_active_share,
        median(weekly_share) over whole as median_share,
        median(nullif(weekly_share, 0)) over whole as median_active_share
    from weeks
    window
        whole as (partition by metric, response_code, segment),
        past as (
            partition by metric, response_code, segment
            order by week_start
            rows between unbounded preceding and 1 preceding
        ),
        recent as (
            partition by metric, response_code, segment
            order by week_start
            rows between 8 preceding and 1 preceding
        ),
        earlier as (
            partition by metric, response_code, segment
            order by week_start
            rows between 17 preceding and 3 preceding
        )
),

days as (
    select
        cells.*,
        baselines.earlier_share as earlier_share,
        baselines.earlier_weeks as earlier_weeks,
        baselines.median_share as median_share,
        baselines.recent_weeks < 4 as is_retrospective,
        least(
            greatest(
                case
                    when cells.metric <> 'attempts of a merchant'
                        then case
                            when baselines.recent_weeks >= 4 then baselines.recent_share
                            else baselines.median_share
                        end
                    when baselines.recent_weeks >= 4
                        then greatest(baselines.recent_share, baselines.past_active_share)
                    else baselines.median_active_share
                end,
                baselines.least_share
            ),
            0.999
        ) as expected_share
    from cells
    inner join baselines
        on
            cells.metric = baselines.metric
            and cells.response_code = baselines.response_code
            and cells.segment = baselines.segment
            and baselines.week_start = date_trunc('week', cells.day)
    where cells.denominator > 0
),

fortnights as (
    select
        'attempts of a key account' as metric,
        response_code,
        segment,
        day,
        merchant_id,
        median_share,
        false as is_retrospective,
        earlier_share as expected_share,
        earlier_weeks >= 4 and count(*) over fortnight = 14 as is_complete,
        sum(numerator) over fortnight as numerator,
        sum(denominator) over fortnight as denominator,
        sum(amount) over fortnight as amount
    from days
    where metric = 'attempts of a merchant'
    window fortnight as (
        partition by segment
        order by day
        rows between 13 preceding and current row
    )
),

tested as (
    select * exclude (earlier_share, earlier_weeks) from days
    union all by name
    select * exclude (is_complete) from fortnights
    where is_complete and denominator * expected_share >= 30
),

own_dispersions as (
    select
        metric,
        response_code,
        segment,
        greatest(
            1,
            pow(
                1.4826 * median(
                    abs(numerator - denominator * expected_share)
                    / sqrt(denominator * expected_share * (1 - expected_share))
                ) filter (where denominator * median_share >= 3),
                2
            )
        ) as dispersion
    from tested
    group by metric, response_code, segment
),

-- An account that leaves has the rest of the year out of line: the accounts together tell what is
-- usual.
dispersions as (
    select
        metric,
        response_code,
        segment,
        case
            when metric = 'attempts of a key account'
                then median(dispersion) over (partition by metric)
            else dispersion
        end as dispersion
    from own_dispersions
),

judged as (
    select
        tested.*,
        tested.denominator * tested.expected_share as expected,
        dispersions.dispersion as dispersion,
        binomial_deviance(tested.numerator, tested.denominator, tested.expected_share) as deviance,
        case
            when
                (tested.metric = 'attempts of a key account')
                = (tested.numerator < tested.denominator * tested.expected_share)
                then deviance / 2 / dispersions.dispersion
            else 0
        end as evidence
    from tested
    inner join dispersions
        on
            tested.metric = dispersions.metric
            and tested.response_code = dispersions.response_code
            and tested.segment = dispersions.segment
),

ranked as (
    select
        *,
        ln(count(*) over (partition by metric, day))
        - ln(rank() over (partition by metric, day order by evidence desc))
        - ln(0.001) as required_evidence
    from judged
),

controlled as (
    select
        *,
        min(required_evidence) filter (where evidence >= required_evidence)
            over (partition by metric, day) as least_evidence
    from ranked
)

select
    metric,
    response_code,
    segment,
    day,
    region,
    country,
    industry,
    channel,
    payment_method,
    card_brand,
    card_country,
    pricing_plan,
    merchant_id,
    numerator,
    denominator,
    amount,
    is_retrospective,
    expected_share,
    expected,
    dispersion,
    deviance,
    evidence,
    least_evidence
from controlled
where
    evidence >= least_evidence
    and case
        when metric = 'attempts of a key account' then numerator <= 0.75 * expected
        when metric = 'attempts of a merchant'
            then numerator >= greatest(1.5 * expected, expected + 15)
        else numerator >= greatest(1.5 * expected, expected + 8)
    end;

comment on view v_anomaly_signals is
'Days on which a segment is off its baseline. Grain: metric x response code x segment x UTC day.';
comment on column v_anomaly_signals.metric is
'As in fct_segment_days, or attempts of a key account, whose numbers are of fourteen days.';
comment on column v_anomaly_signals.response_code is 'Code of the declines; any for all.';
comment on column v_anomaly_signals.segment is 'The limits in words; empty for all attempts.';
comment on column v_anomaly_signals.day is 'UTC day; last of the fourteen for a key account.';
comment on column v_anomaly_signals.region is 'Region of the merchant; NULL for any.';
comment on column v_anomaly_signals.country is 'Country of the merchant; NULL for any.';
comment on column v_anomaly_signals.industry is 'Industry of the merchant; NULL for any.';
comment on column v_anomaly_signals.channel is 'Channel of the attempt; NULL for any.';
comment on column v_anomaly_signals.payment_method is 'Payment method; NULL for any.';
comment on column v_anomaly_signals.card_brand is 'Brand of the card; NULL for any.';
comment on column v_anomaly_signals.card_country is 'Country of the card; NULL for any.';
comment on column v_anomaly_signals.pricing_plan is 'Pricing plan; NULL for any.';
comment on column v_anomaly_signals.merchant_id is 'The merchant; NULL for any.';
comment on column v_anomaly_signals.numerator is 'Attempts that the metric counts.';
comment on column v_anomaly_signals.denominator is 'Attempts that it relates them to.';
comment on column v_anomaly_signals.amount is 'Amount as in fct_segment_days.';
comment on column v_anomaly_signals.is_retrospective is
'Whether the baseline needs later days, for want of four weeks before.';
comment on column v_anomaly_signals.expected_share is 'Baseline of numerator / denominator.';
comment on column v_anomaly_signals.expected is 'denominator * expected_share.';
comment on column v_anomaly_signals.dispersion is
'Variance of the segment against that of the binomial; at least 1.';
comment on column v_anomaly_signals.deviance is
'Binomial deviance of numerator from expected, a sum over days of it compares segments.';
comment on column v_anomaly_signals.evidence is
'deviance / 2 / dispersion: a lower bound of -ln p.';
comment on column v_anomaly_signals.least_evidence is
'Evidence from which the procedure of the day rejects chance.';
