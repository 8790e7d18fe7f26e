-- What went wrong, when, where, and what did it cost?
-- Grain: finding. Sources: v_anomaly_signals, transactions, merchants, response_codes. Signals of
-- the same segment with at most one quiet day between them are one spell. Where spells of segments
-- that share payments lie within a week, the one with the largest deviance is the driver, and the
-- others are its shadows; declines of which half are those of a merchant with a surge are that
-- surge. Drivers of the same segment less than a week apart (key accounts: four) are one finding.
-- Computed on demand: five CPU seconds for 2,000,000 attempts.
create or replace view v_anomalies as
with signals as materialized (
    select *
    from v_anomaly_signals
),

gaps as (
    select
        *,
        day - lag(day) over (
            partition by metric, response_code, segment
            order by day
        ) > 2 as is_new
    from signals
),

numbered as (
    select
        *,
        count(*) filter (where is_new) over (
            partition by metric, response_code, segment
            order by day
            rows between unbounded preceding and current row
        ) as spell
    from gaps
),

countries as (
    select
        country,
        any_value(region) as region
    from merchants
    group by country
),

spells as (
    select
        numbered.metric as metric,
        numbered.response_code as response_code,
        numbered.segment as segment,
        numbered.spell as spell,
        any_value(coalesce(numbered.region, countries.region)) as region,
        any_value(numbered.country) as country,
        any_value(numbered.industry) as industry,
        any_value(numbered.channel) as channel,
        any_value(numbered.payment_method) as payment_method,
        any_value(numbered.card_brand) as card_brand,
        any_value(numbered.card_country) as card_country,
        any_value(numbered.pricing_plan) as pricing_plan,
        any_value(numbered.merchant_id) as merchant_id,
        min(numbered.day) as first_day,
        max(numbered.day) as last_day,
        sum(numbered.numerator - numbered.expected) as excess,
        sum(numbered.deviance) as deviance
    from numbered
    left join countries
        on numbered.country = countries.country
    group by numbered.metric, numbered.response_code, numbered.segment, numbered.spell
),

ordered as (
    select
        *,
        row_number()
            over (order by deviance desc, metric asc, response_code asc, segment asc, spell asc)
            as place
    from spells
),

-- Spells of segments that share payments, at most six days apart, and the larger of the two.
neighbours as (
    select
        ordered.place as place,
        larger.place as larger_place,
        greatest(
            larger.first_day - ordered.last_day, ordered.first_day - larger.last_day
        ) as days_between
    from ordered
    inner join ordered as larger
        on
            ordered.place > larger.place
            and ordered.metric = larger.metric
            and (
                ordered.response_code = larger.response_code
                or 'any' in (ordered.response_code, larger.response_code)
            )
            and ordered.first_day - larger.last_day <= 6
            and larger.first_day - ordered.last_day <= 6
            and coalesce(ordered.region = larger.region, true)
            and coalesce(ordered.country = larger.country, true)
            and coalesce(ordered.industry = larger.industry, true)
            and coalesce(ordered.channel = larger.channel, true)
            and coalesce(ordered.payment_method = larger.payment_method, true)
            and coalesce(ordered.card_brand = larger.card_brand, true)
            and coalesce(ordered.card_country = larger.card_country, true)
            and coalesce(ordered.pricing_plan = larger.pricing_plan, true)
            and coalesce(ordered.merchant_id = larger.merchant_id, true)
),

-- Of the segments that an incident shows in, the one with the largest deviance holds most of its
-- excess and the least else.
drivers as (
    select *
    from ordered
    where not exists (
        select 1
        from neighbours
        where ordered.place = neighbours.place and neighbours.days_between <= 2
    )
),

-- On a day on which the driver itself is too small for a signal, a wider segment may still show it.
late_shadows as (
    select neighbours.place as place
    from neighbours
    inner join drivers as shadow on neighbours.place = shadow.place
    inner join drivers as larger on neighbours.larger_place = larger.place
    where shadow.segment <> larger.segment or shadow.response_code <> larger.response_code
    group by neighbours.place
),

surging_merchants as (
    select merchant_id
    from drivers
    where metric = 'attempts of a merchant'
    group by merchant_id
),

merchant_codes as (
    select
        transactions.merchant_id as merchant_id,
        cast(transactions.ts as date) as day,
        cast(transactions.response_code as varchar) as response_code,
        count(*) as attempts
    from transactions
    inner join surging_merchants on transactions.merchant_id = surging_merchants.merchant_id
    group by
        transactions.merchant_id,
        cast(transactions.ts as date),
        cast(transactions.response_code as varchar)
),

explained as (
    select
        driver.place as place,
        sum(merchant_codes.attempts) as attempts
    from drivers as driver
    inner join drivers as surge
        on
            driver.metric = 'declines'
            and surge.metric = 'attempts of a merchant'
    inner join merchants
        on
            surge.merchant_id = merchants.merchant_id
            and coalesce(driver.region = merchants.region, true)
            and coalesce(driver.country = merchants.country, true)
            and coalesce(driver.industry = merchants.industry, true)
    inner join merchant_codes
        on
            surge.merchant_id = merchant_codes.merchant_id
            and merchant_codes.day between surge.first_day and surge.last_day
            and merchant_codes.day between driver.first_day and driver.last_day
            and merchant_codes.response_code <> '00'
            and driver.response_code in ('any', merchant_codes.response_code)
    group by driver.place
),

found as (
    select
        drivers.*,
        drivers.first_day - lag(drivers.last_day) over (
            partition by drivers.metric, drivers.response_code, drivers.segment
            order by drivers.first_day
        ) > case when drivers.metric = 'attempts of a key account' then 28 else 6 end as is_new
    from drivers
    left join explained on drivers.place = explained.place
    left join late_shadows on drivers.place = late_shadows.place
    where
        coalesce(explained.attempts, 0) < abs(drivers.excess) / 2
        and late_shadows.place is null
),

counted as (
    select
        *,
        count(*) filter (where is_new) over (
            partition by metric, response_code, segment
            order by first_day
            rows between unbounded preceding and current row
        ) as finding
    from found
),

findings as (
    select
        metric,
        response_code,
        segment,
        min(first_day) as first_day,
        max(last_day) as last_day
    from counted
    group by metric, response_code, segment, finding
),

measured as materialized (
    select
        signals.metric as metric,
        signals.response_code as response_code,
        signals.segment as segment,
        findings.first_day as first_day,
        findings.last_day as last_day,
        any_value(signals.region) as region,
        any_value(signals.country) as country,
        any_value(signals.industry) as industry,
        any_value(signals.channel) as channel,
        any_value(signals.payment_method) as payment_method,
        any_value(signals.card_brand) as card_brand,
        any_value(signals.card_country) as card_country,
        any_value(signals.pricing_plan) as pricing_plan,
        any_value(signals.merchant_id) as merchant_id,
        count(*) as flagged_days,
        bool_or(signals.is_retrospective) as is_retrospective,
        -- Windows of fourteen days overlap: the worst of them stands for all.
        case
            when signals.metric = 'attempts of a key account'
                then arg_max(signals.numerator, signals.deviance)
            else sum(signals.numerator)
        end as numerator,
        case
            when signals.metric = 'attempts of a key account'
                then arg_max(signals.denominator, signals.deviance)
            else sum(signals.denominator)
        end as denominator,
        case
            when signals.metric = 'attempts of a key account'
                then arg_max(signals.expected, signals.deviance)
            else sum(signals.expected)
        end as expected,
        case
            when signals.metric = 'attempts of a key account'
                then arg_max(signals.amount, signals.deviance)
            else sum(signals.amount)
        end as amount,
        max(signals.evidence) as evidence,
        arg_min(signals.expected_share, signals.day) as first_expected_share,
        arg_min(signals.numerator, signals.day) as first_numerator,
        arg_min(signals.denominator, signals.day) as first_denominator,
        arg_min(signals.dispersion, signals.day) as first_dispersion,
        arg_min(signals.least_evidence, signals.day) as first_least_evidence
    from findings
    inner join signals
        on
            findings.metric = signals.metric
            and findings.response_code = signals.response_code
            and findings.segment = signals.segment
            and signals.day between findings.first_day and findings.last_day
    group by
        signals.metric,
        signals.response_code,
        signals.segment,
        findings.first_day,
        findings.last_day
),

counts as (select cast(unnest(range(1, 5000)) as bigint) as counted),

thresholds as (
    select
        measured.metric as metric,
        measured.response_code as response_code,
        measured.segment as segment,
        measured.first_day as first_day,
        min(counts.counted) as least_numerator
    from measured
    cross join counts
    where
        measured.metric in ('declines', 'attempts of a merchant')
        and counts.counted <= measured.first_numerator
        and counts.counted >= greatest(
            measured.first_denominator * measured.first_expected_share * 1.5,
            measured.first_denominator * measured.first_expected_share
            + case when measured.metric = 'declines' then 8 else 15 end
        )
        and binomial_deviance(
            counts.counted, measured.first_denominator, measured.first_expected_share
        )
        / 2 / measured.first_dispersion >= measured.first_least_evidence
    group by measured.metric, measured.response_code, measured.segment, measured.first_day
),

counted_attempts as (
    select
        thresholds.metric as metric,
        thresholds.response_code as response_code,
        thresholds.segment as segment,
        thresholds.first_day as first_day,
        thresholds.least_numerator as least_numerator,
        transactions.ts as ts,
        row_number() over (
            partition by
                thresholds.metric,
                thresholds.response_code,
                thresholds.segment,
                thresholds.first_day
            order by transactions.ts, transactions.txn_id
        ) as counted
    from thresholds
    inner join measured
        on
            thresholds.metric = measured.metric
            and thresholds.response_code = measured.response_code
            and thresholds.segment = measured.segment
            and thresholds.first_day = measured.first_day
    inner join transactions
        on
            measured.first_day = cast(transactions.ts as date)
            and coalesce(measured.channel = transactions.channel, true)
            and coalesce(measured.payment_method = transactions.payment_method, true)
            and (measured.card_brand is null or measured.card_brand = transactions.card_brand)
            and (
                measured.card_country is null
                or measured.card_country = transactions.card_country
            )
            and coalesce(measured.merchant_id = transactions.merchant_id, true)
            and (
                measured.metric <> 'declines'
                or not transactions.approved
                and measured.response_code in ('any', transactions.response_code)
            )
    inner join merchants
        on
            transactions.merchant_id = merchants.merchant_id
            and coalesce(measured.region = merchants.region, true)
            and coalesce(measured.country = merchants.country, true)
            and coalesce(measured.industry = merchants.industry, true)
),

detections as (
    select
        metric,
        response_code,
        segment,
        first_day,
        min(ts) as detected_at
    from counted_attempts
    where counted >= least_numerator
    group by metric, response_code, segment, first_day
),

surges as (
    select
        measured.merchant_id as merchant_id,
        measured.first_day as first_day,
        sum(merchant_codes.attempts) filter (where merchant_codes.response_code <> '00')
        / sum(merchant_codes.attempts) as declined_share
    from measured
    inner join merchant_codes
        on
            measured.merchant_id = merchant_codes.merchant_id
            and merchant_codes.day between measured.first_day and measured.last_day
    where measured.metric = 'attempts of a merchant'
    group by measured.merchant_id, measured.first_day
),

mean_day as (
    select count(*) / count(distinct cast(ts as date)) as attempts
    from transactions
)

select
    row_number() over (
        order by
            measured.first_day,
            measured.metric,
            measured.response_code,
            measured.segment
    ) as anomaly_id,
    case
        when measured.metric = 'fees off the price list' then 'wrong price'
        when measured.metric = 'attempts of a key account' then 'leaver'
        when measured.metric = 'attempts of a merchant'
            then case when surges.declined_share > 0.5 then 'card testing' else 'sales surge' end
        when codes.decline_class = 'technical' then 'outage'
        when codes.decline_class = 'risk' then 'fraud rule'
        when codes.decline_reason = 'regulatory_block' then 'regulatory block'
        else 'declines'
    end as likely_cause,
    measured.metric as metric,
    nullif(measured.response_code, 'any') as response_code,
    case when measured.segment = '' then 'all attempts' else measured.segment end as segment,
    measured.first_day as first_day,
    measured.last_day as last_day,
    coalesce(
        detections.detected_at,
        cast(measured.first_day + 1 as timestamp)
    ) as detected_at,
    measured.is_retrospective as is_retrospective,
    cast(measured.flagged_days as integer) as flagged_days,
    cast(measured.numerator as bigint) as numerator,
    cast(measured.denominator as bigint) as denominator,
    measured.expected as expected,
    measured.evidence as evidence,
    case
        when abs(measured.numerator - measured.expected) >= 0.05 * mean_day.attempts then 'high'
        when abs(measured.numerator - measured.expected) >= 0.01 * mean_day.attempts then 'medium'
        else 'low'
    end as severity,
    case
        when measured.metric in ('declines', 'attempts of a key account')
            then cast(
                abs(measured.numerator - measured.expected)
                * measured.amount / nullif(measured.numerator, 0) as decimal(18, 2)
            )
    end as lost_gpv,
    case
        when measured.metric = 'fees off the price list'
            then cast(measured.amount as decimal(18, 2))
    end as fee_effect,
    measured.region as region,
    measured.country as country,
    measured.industry as industry,
    measured.channel as channel,
    measured.payment_method as payment_method,
    measured.card_brand as card_brand,
    measured.card_country as card_country,
    measured.pricing_plan as pricing_plan,
    measured.merchant_id as merchant_id
from measured
cross join mean_day
left join response_codes as codes on measured.response_code = codes.response_code
left join surges
    on
        measured.metric = 'attempts of a merchant'
        and measured.merchant_id = surges.merchant_id
        and measured.first_day = surges.first_day
left join detections
    on
        measured.metric = detections.metric
        and measured.response_code = detections.response_code
        and measured.segment = detections.segment
        and measured.first_day = detections.first_day;

comment on view v_anomalies is 'Findings of the detectors. Grain: finding.';
comment on column v_anomalies.anomaly_id is 'Number of the finding, from 1 in order of first_day.';
comment on column v_anomalies.likely_cause is
'outage, fraud rule, regulatory block, declines, card testing, sales surge, wrong price or leaver.';
comment on column v_anomalies.metric is 'What was out of the ordinary, as in v_anomaly_signals.';
comment on column v_anomalies.response_code is
'Code of the declines; NULL for all codes together and for other metrics.';
comment on column v_anomalies.segment is 'The segment that drives it, in words.';
comment on column v_anomalies.first_day is 'First UTC day with a signal.';
comment on column v_anomalies.last_day is 'Last UTC day with a signal.';
comment on column v_anomalies.detected_at is
'When the first day''s count passed the limit of the whole day; prices and leavers: its end.';
comment on column v_anomalies.is_retrospective is
'Whether a baseline of it needs later days: it could not have been told at once.';
comment on column v_anomalies.flagged_days is 'Days with a signal.';
comment on column v_anomalies.numerator is
'Attempts counted on the flagged days; for a key account in its worst fourteen days.';
comment on column v_anomalies.denominator is 'Attempts that they are related to, same days.';
comment on column v_anomalies.expected is 'What numerator would have been by the baseline.';
comment on column v_anomalies.evidence is
'Lower bound of -ln p on the worst day: 7 is one in a thousand, 700 is certain.';
comment on column v_anomalies.severity is
'high from 5 %, medium from 1 % of a mean day''s attempts off what was expected, else low.';
comment on column v_anomalies.lost_gpv is
'Estimate: declines beyond expectation, or what a leaver''s worst fourteen days lack; else NULL.';
comment on column v_anomalies.fee_effect is
'Fees charged less those of the price list, on the flagged days; negative for a loss.';
comment on column v_anomalies.region is 'Region of the merchant; NULL for any.';
comment on column v_anomalies.country is 'Country of the merchant; NULL for any.';
comment on column v_anomalies.industry is 'Industry of the merchant; NULL for any.';
comment on column v_anomalies.channel is 'Channel of the attempt; NULL for any.';
comment on column v_anomalies.payment_method is 'Payment method of the attempt; NULL for any.';
comment on column v_anomalies.card_brand is 'Brand of the card; NULL for any.';
comment on column v_anomalies.card_country is 'Country of the card; NULL for any.';
comment on column v_anomalies.pricing_plan is 'Pricing plan of the merchant; NULL for any.';
comment on column v_anomalies.merchant_id is 'The merchant; NULL for any.';
