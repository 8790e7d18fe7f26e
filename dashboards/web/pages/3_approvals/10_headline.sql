-- title: Payments from first attempt to final answer
-- question: How many payments go through at once, how many after retries, and what is left on the table?
-- note: A payment counts on the day of its first attempt. All but the first two figures need the 30 days for retries to have passed, so they leave out the newest 30 days of the data; amounts are compared only where the whole period has settled. Recoverable: soft and technical declines that nobody tried again x the chance that a retry after that answer succeeds.
-- chart: tiles
with ranges as (
    -- The prior period ends on the day before the range begins.
    select
        if(has_prior, prior_from, from_date) as first_day,
        from_date,
        to_date
    from period
),

attempts as (
    select
        day >= from_date as is_now,
        sum(approved_txns)::double as approved_txns,
        sum(txns)::double as txns
    from all_daily
    cross join ranges
    where day between first_day and to_date
    group by all
),

payments as (
    select
        day >= from_date as is_now,
        sum(first_approved_payments)::double as first_approved_payments,
        sum(first_sent_payments)::double as first_sent_payments,
        sum(accepted_payments) filter (where day + 30 <= meta.end_date)::double as accepted_payments,
        sum(sent_payments) filter (where day + 30 <= meta.end_date)::double as sent_payments,
        sum(recovered_payments) filter (where day + 30 <= meta.end_date)::double as recovered_payments,
        sum(payments - first_approved_payments) filter (where day + 30 <= meta.end_date)::double as declined_payments,
        sum(recovered_amount) filter (where day + 30 <= meta.end_date)::double as recovered_amount
    from all_acceptance_daily
    cross join ranges
    cross join meta
    where day between first_day and to_date
    group by all
),

abandoned as (
    select
        day >= from_date as is_now,
        response_code,
        attempt_no,
        sum(declined_amount - retried_amount)::double as abandoned_amount
    from all_declines_daily
    cross join ranges
    where day between first_day and to_date and is_settled and decline_class in ('soft', 'technical') and not is_never_retry
    group by all
),

recoverable as (
    select
        is_now,
        sum((abandoned_amount * recovery_rates.recovered_txns / recovery_rates.retried_txns)::decimal(28, 8))::double
            as recoverable_amount
    from abandoned
    inner join recovery_rates using (response_code, attempt_no)
    group by all
),

figures as (
    select *
    from attempts
    left join payments using (is_now)
    left join recoverable using (is_now)
),

tiles as (
    select
        1 as place,
        'Approval rate of attempts' as label,
        is_now,
        approved_txns as numerator,
        txns as denominator,
        'percent' as format,
        'higher' as better
    from figures
    union all
    select 2, 'First-attempt approval', is_now, first_approved_payments, first_sent_payments, 'percent', 'higher' from figures
    union all
    select 3, 'Final approval after retries', is_now, accepted_payments, sent_payments, 'percent', 'higher' from figures
    union all
    select 4, 'Recovered share of first declines', is_now, recovered_payments, declined_payments, 'percent', 'higher'
    from figures
    union all
    select 5, 'Amount recovered by retries', is_now, recovered_amount, null, 'money', 'none' from figures
    union all
    select 6, 'Recoverable revenue (GPV)', is_now, recoverable_amount, null, 'money', 'none' from figures
),

valued as (
    select
        place,
        label,
        format,
        better,
        max(numerator) filter (where is_now) as numerator,
        max(denominator) filter (where is_now) as denominator,
        max(if(format = 'percent', numerator / nullif(denominator, 0), numerator)) filter (where is_now) as value,
        -- Amounts of a period whose newest declines may still be retried are no fall against a settled one.
        max(if(format = 'percent', numerator / nullif(denominator, 0), numerator))
            filter (where not is_now and (format = 'percent' or is_settled)) as prior_value
    from tiles
    cross join (select period.to_date + 30 <= meta.end_date as is_settled from period cross join meta)
    group by all
)

select
    label,
    value,
    numerator,
    denominator,
    prior_value,
    if(format = 'percent', value - prior_value, value / nullif(prior_value, 0) - 1) as change,
    format,
    better
from valued
order by place
