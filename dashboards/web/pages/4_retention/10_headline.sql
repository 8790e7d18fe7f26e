-- title: Merchants kept after sign-up
-- question: How many merchants who sign up start to process, and how many still do one, three and six months later?
-- note: Only sign-up months whose month 1, 3 or 6 lies wholly in the data count; change against the sign-ups of as many months before.
-- chart: tiles
with ranges as (
    select
        from_month,
        to_month,
        (from_month - to_months(datediff('month', from_month, to_month) + 1))::date as prior_month,
        meta.start_date,
        meta.end_date
    from period
    cross join meta
),

signups as (
    select
        merchants.merchant_id,
        merchants.signup_month,
        merchants.signup_month >= ranges.from_month as is_now,
        ages.age,
        (merchants.signup_month + to_months(ages.age))::date as month
    from merchants
    cross join ranges
    cross join (select unnest([1, 3, 6]) as age) as ages
    where
        merchants.signup_month <= ranges.to_month
        and (
            merchants.signup_month >= ranges.from_month
            or (merchants.signup_month >= ranges.prior_month and ranges.prior_month >= ranges.start_date)
        )
        and merchants.signup_month + to_months(ages.age) >= ranges.start_date
        and last_day(merchants.signup_month + to_months(ages.age)) <= ranges.end_date
),

active as (
    select distinct
        merchant_id,
        month
    from all_merchant_month
    where approved_txns > 0 and merchant_id in (select merchant_id from signups)
),

retention as (
    select
        signups.age,
        count(active.merchant_id) filter (where is_now)::double as kept,
        count(*) filter (where is_now)::double as cohort,
        count(active.merchant_id) filter (where not is_now)::double as prior_kept,
        count(*) filter (where not is_now)::double as prior_cohort
    from signups
    left join active using (merchant_id, month)
    group by signups.age
),

started as (
    select
        merchant_id,
        min(days_to_first_payment) as days
    from all_first_payments
    group by all
),

activation as (
    select
        count(*) filter (where acquisition.month >= ranges.from_month and started.days <= 30)::double as kept,
        count(*) filter (where acquisition.month >= ranges.from_month)::double as cohort,
        count(*) filter (where acquisition.month < ranges.from_month and started.days <= 30)::double as prior_kept,
        count(*) filter (where acquisition.month < ranges.from_month)::double as prior_cohort
    from all_acquisition as acquisition
    cross join ranges
    left join started using (merchant_id)
    where
        acquisition.has_30_days
        and acquisition.month <= ranges.to_month
        and (
            acquisition.month >= ranges.from_month
            or (acquisition.month >= ranges.prior_month and ranges.prior_month >= ranges.start_date)
        )
),

tiles as (
    select 0 as place, 'Activated within 30 days' as label, * from activation
    union all
    select
        ages.age,
        format('Kept in month {}', ages.age),
        retention.kept,
        retention.cohort,
        retention.prior_kept,
        retention.prior_cohort
    from (select unnest([1, 3, 6]) as age) as ages
    left join retention using (age)
)

select
    label || format(', n = {:,}', coalesce(cohort, 0)::integer) as label,
    kept / nullif(cohort, 0) as value,
    kept as numerator,
    cohort as denominator,
    prior_kept / nullif(prior_cohort, 0) as prior_value,
    kept / nullif(cohort, 0) - prior_kept / nullif(prior_cohort, 0) as change,
    'percent' as format,
    'higher' as better,
    'sign-ups of ' || strftime(ranges.prior_month, '%b %Y')
    || if(
        ranges.prior_month = ranges.from_month - interval 1 month,
        '',
        strftime(ranges.from_month - interval 1 month, ' – %b %Y')
    ) as prior_label
from tiles
cross join ranges
order by place
