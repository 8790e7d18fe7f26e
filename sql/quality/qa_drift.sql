-- How far is each share and rate from that of the baseline? Grain: metric x bucket. There are rows
-- only when the baseline has the same first merchants, and nine tenths of its days: other merchants
-- and other seasons differ without any fault. Sources: qa_profile, qa_baseline.
create or replace temp table qa_drift as
with frames as (
    select
        max(qa_profile.numerator) filter (where qa_profile.metric = 'first day') as first_day,
        max(qa_profile.numerator) filter (where qa_profile.metric = 'last day') as last_day,
        max(qa_profile.bucket) filter (where qa_profile.metric = 'first merchants') as merchants
    from qa_profile
),

base_frames as (
    select
        max(qa_baseline.numerator) filter (where qa_baseline.metric = 'first day') as first_day,
        max(qa_baseline.numerator) filter (where qa_baseline.metric = 'last day') as last_day,
        max(qa_baseline.bucket) filter (where qa_baseline.metric = 'first merchants') as merchants
    from qa_baseline
),

comparable as (
    select frames.merchants
    from frames
    inner join base_frames on frames.merchants = base_frames.merchants
    where
        least(frames.last_day, base_frames.last_day)
        - greatest(frames.first_day, base_frames.first_day) + 1
        >= 0.9 * (
            greatest(frames.last_day, base_frames.last_day)
            - least(frames.first_day, base_frames.first_day) + 1
        )
),

sizes as (
    select
        metric,
        max(denominator) as denominator,
        max(sample_size) as sample_size,
        count(*) as buckets
    from qa_profile
    group by metric
),

base_sizes as (
    select
        metric,
        max(denominator) as denominator,
        max(sample_size) as sample_size
    from qa_baseline
    group by metric
),

pairs as (
    select
        metric,
        bucket,
        coalesce(qa_profile.numerator, 0) as numerator,
        qa_profile.denominator as own_denominator,
        qa_profile.sample_size as own_sample_size,
        coalesce(qa_baseline.numerator, 0) as base_numerator,
        qa_baseline.denominator as own_base_denominator,
        qa_baseline.sample_size as own_base_sample_size
    from qa_profile
    full outer join qa_baseline using (metric, bucket)  -- noqa: ST07
),

rates as (
    select
        pairs.metric,
        pairs.bucket,
        pairs.numerator,
        coalesce(pairs.own_denominator, sizes.denominator) as denominator,
        coalesce(pairs.own_sample_size, sizes.sample_size) as sample_size,
        pairs.base_numerator,
        coalesce(pairs.own_base_denominator, base_sizes.denominator) as base_denominator,
        coalesce(pairs.own_base_sample_size, base_sizes.sample_size) as base_sample_size,
        sizes.buckets,
        pairs.own_denominator is not null
        and pairs.own_base_denominator is not null as is_in_both
    from pairs
    inner join sizes on pairs.metric = sizes.metric
    inner join base_sizes on pairs.metric = base_sizes.metric
    cross join comparable
)

select
    metric,
    bucket,
    numerator,
    denominator,
    sample_size,
    base_numerator,
    base_denominator,
    base_sample_size,
    is_in_both,
    numerator / nullif(denominator, 0) as rate,
    base_numerator / nullif(base_denominator, 0) as base_rate,
    1 / nullif(sample_size, 0) + 1 / nullif(base_sample_size, 0) as chance,
    -- One bucket's term of the population stability index; half a row keeps an empty bucket finite.
    (
        (numerator + 0.5) / (denominator + 0.5 * buckets)
        - (base_numerator + 0.5) / (base_denominator + 0.5 * buckets)
    ) * ln(
        ((numerator + 0.5) / (denominator + 0.5 * buckets))
        / ((base_numerator + 0.5) / (base_denominator + 0.5 * buckets))
    ) as psi
from rates;
