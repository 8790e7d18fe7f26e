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

retention as (
    select
        month_index as age,
        coalesce(sum(retained_merchants) filter (where is_now), 0)::double as kept,
        coalesce(sum(cohort_merchants) filter (where is_now), 0)::double as cohort,
        coalesce(sum(retained_merchants) filter (where not is_now), 0)::double as prior_kept,
        coalesce(sum(cohort_merchants) filter (where not is_now), 0)::double as prior_cohort
    from cohort_months
    group by month_index
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
