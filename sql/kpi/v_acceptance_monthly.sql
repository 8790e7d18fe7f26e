-- How much of what customers want to pay goes through, before and after retries?
-- Grain: month of the reporting window. Sources: dim_calendar, fct_acceptance_daily.
-- The rate at a fixed mix weighs channel x method x industry x region as the whole window does, so
-- that a month with more e-commerce is not read as a worse one. Its terms are added up as decimals:
-- a sum of doubles depends on their order, and so on the threads.
create or replace view v_acceptance_monthly as
with last_day as (
    select max(day) as day
    from dim_calendar
),

months as (
    select
        dim_calendar.month as month,
        dim_calendar.is_partial_month as is_partial_month,
        max(dim_calendar.day) + interval '30' day <= max(last_day.day) as is_fully_observed
    from dim_calendar
    cross join last_day
    group by dim_calendar.month, dim_calendar.is_partial_month
),

cells as (
    select
        dim_calendar.month as month,
        fct_acceptance_daily.channel as channel,
        fct_acceptance_daily.payment_method as payment_method,
        fct_acceptance_daily.industry as industry,
        fct_acceptance_daily.region as region,
        sum(fct_acceptance_daily.txns) as txns,
        sum(fct_acceptance_daily.attempted_amount) as attempted_amount,
        sum(fct_acceptance_daily.sent_txns) as sent_txns,
        sum(fct_acceptance_daily.sent_amount) as sent_amount,
        sum(fct_acceptance_daily.approved_txns) as approved_txns,
        sum(fct_acceptance_daily.gpv) as gpv,
        sum(fct_acceptance_daily.payments) as payments,
        sum(fct_acceptance_daily.payments_amount) as payments_amount,
        sum(fct_acceptance_daily.first_sent_payments) as first_sent_payments,
        sum(fct_acceptance_daily.first_sent_amount) as first_sent_amount,
        sum(fct_acceptance_daily.first_approved_payments) as first_approved_payments,
        sum(fct_acceptance_daily.first_approved_amount) as first_approved_amount,
        sum(fct_acceptance_daily.sent_payments) as sent_payments,
        sum(fct_acceptance_daily.sent_payments_amount) as sent_payments_amount,
        sum(fct_acceptance_daily.recovered_payments) as recovered_payments,
        sum(fct_acceptance_daily.recovered_amount) as recovered_amount,
        sum(fct_acceptance_daily.accepted_payments) as accepted_payments,
        sum(fct_acceptance_daily.accepted_amount) as accepted_amount
    from fct_acceptance_daily
    inner join dim_calendar on fct_acceptance_daily.day = dim_calendar.day
    group by
        dim_calendar.month,
        fct_acceptance_daily.channel,
        fct_acceptance_daily.payment_method,
        fct_acceptance_daily.industry,
        fct_acceptance_daily.region
),

-- The fixed mix: attempts of the whole window.
reference_mix as (
    select
        channel,
        payment_method,
        industry,
        region,
        sum(txns) as reference_txns
    from cells
    group by channel, payment_method, industry, region
),

totals as (
    select
        cells.month as month,
        sum(cells.txns) as txns,
        sum(cells.attempted_amount) as attempted_amount,
        sum(cells.sent_txns) as sent_txns,
        sum(cells.sent_amount) as sent_amount,
        sum(cells.approved_txns) as approved_txns,
        sum(cells.gpv) as gpv,
        sum(cells.payments) as payments,
        sum(cells.payments_amount) as payments_amount,
        sum(cells.first_sent_payments) as first_sent_payments,
        sum(cells.first_sent_amount) as first_sent_amount,
        sum(cells.first_approved_payments) as first_approved_payments,
        sum(cells.first_approved_amount) as first_approved_amount,
        sum(cells.sent_payments) as sent_payments,
        sum(cells.sent_payments_amount) as sent_payments_amount,
        sum(cells.recovered_payments) as recovered_payments,
        sum(cells.recovered_amount) as recovered_amount,
        sum(cells.accepted_payments) as accepted_payments,
        sum(cells.accepted_amount) as accepted_amount,
        sum(reference_mix.reference_txns) as reference_txns,
        sum(cast(
            cast(cells.approved_txns as double) / nullif(cells.txns, 0)
            * reference_mix.reference_txns as decimal(28, 12)
        )) as reference_approved_txns
    from cells
    inner join reference_mix
        on
            cells.channel = reference_mix.channel
            and cells.payment_method = reference_mix.payment_method
            and cells.industry = reference_mix.industry
            and cells.region = reference_mix.region
    group by cells.month
),

all_months as (
    select
        months.month as month,
        months.is_partial_month as is_partial_month,
        months.is_fully_observed as is_fully_observed,
        cast(coalesce(totals.txns, 0) as bigint) as txns,
        cast(coalesce(totals.attempted_amount, 0) as decimal(18, 2)) as attempted_amount,
        cast(coalesce(totals.sent_txns, 0) as bigint) as sent_txns,
        cast(coalesce(totals.sent_amount, 0) as decimal(18, 2)) as sent_amount,
        cast(coalesce(totals.approved_txns, 0) as bigint) as approved_txns,
        cast(coalesce(totals.gpv, 0) as decimal(18, 2)) as gpv,
        cast(coalesce(totals.payments, 0) as bigint) as payments,
        cast(coalesce(totals.payments_amount, 0) as decimal(18, 2)) as payments_amount,
        cast(coalesce(totals.first_sent_payments, 0) as bigint) as first_sent_payments,
        cast(coalesce(totals.first_sent_amount, 0) as decimal(18, 2)) as first_sent_amount,
        cast(coalesce(totals.first_approved_payments, 0) as bigint) as first_approved_payments,
        cast(coalesce(totals.first_approved_amount, 0) as decimal(18, 2))
            as first_approved_amount,
        cast(coalesce(totals.sent_payments, 0) as bigint) as sent_payments,
        cast(coalesce(totals.sent_payments_amount, 0) as decimal(18, 2)) as sent_payments_amount,
        cast(coalesce(totals.recovered_payments, 0) as bigint) as recovered_payments,
        cast(coalesce(totals.recovered_amount, 0) as decimal(18, 2)) as recovered_amount,
        cast(coalesce(totals.accepted_payments, 0) as bigint) as accepted_payments,
        cast(coalesce(totals.accepted_amount, 0) as decimal(18, 2)) as accepted_amount,
        totals.reference_txns as reference_txns,
        totals.reference_approved_txns as reference_approved_txns
    from months
    left join totals on months.month = totals.month
),

-- What retries within 30 days bring is not known before the 30 days have gone by.
observed as (
    select
        month,
        case when is_fully_observed then accepted_payments end as accepted_payments,
        case when is_fully_observed then accepted_amount end as accepted_amount
    from all_months
)

select
    all_months.month as month,
    all_months.is_partial_month as is_partial_month,
    all_months.is_fully_observed as is_fully_observed,
    all_months.txns as txns,
    all_months.attempted_amount as attempted_amount,
    all_months.sent_txns as sent_txns,
    all_months.sent_amount as sent_amount,
    all_months.approved_txns as approved_txns,
    all_months.gpv as gpv,
    cast(all_months.approved_txns as double) / nullif(all_months.sent_txns, 0)
        as raw_approval_rate,
    cast(all_months.gpv as double) / nullif(cast(all_months.sent_amount as double), 0)
        as raw_approval_value_rate,
    all_months.payments as payments,
    all_months.payments_amount as payments_amount,
    all_months.first_sent_payments as first_sent_payments,
    all_months.first_sent_amount as first_sent_amount,
    all_months.first_approved_payments as first_approved_payments,
    all_months.first_approved_amount as first_approved_amount,
    cast(all_months.first_approved_payments as double)
    / nullif(all_months.first_sent_payments, 0) as first_attempt_approval_rate,
    cast(all_months.first_approved_amount as double)
    / nullif(cast(all_months.first_sent_amount as double), 0) as first_attempt_approval_value_rate,
    all_months.sent_payments as sent_payments,
    all_months.sent_payments_amount as sent_payments_amount,
    all_months.accepted_payments as accepted_payments,
    all_months.accepted_amount as accepted_amount,
    cast(observed.accepted_payments as double) / nullif(all_months.sent_payments, 0)
        as final_approval_rate,
    cast(observed.accepted_amount as double)
    / nullif(cast(all_months.sent_payments_amount as double), 0) as final_approval_value_rate,
    cast(observed.accepted_payments as double) / nullif(all_months.payments, 0)
        as acceptance_rate,
    cast(observed.accepted_amount as double)
    / nullif(cast(all_months.payments_amount as double), 0) as acceptance_value_rate,
    all_months.recovered_payments as recovered_payments,
    all_months.recovered_amount as recovered_amount,
    cast(observed.accepted_payments as double) / nullif(all_months.payments, 0)
    - cast(all_months.first_approved_payments as double) / nullif(all_months.payments, 0)
        as retry_uplift,
    cast(all_months.reference_approved_txns as double)
    / nullif(cast(all_months.reference_txns as double), 0) as mix_adjusted_approval_rate
from all_months
inner join observed on all_months.month = observed.month;

comment on view v_acceptance_monthly is
'Approval before and after retries, by count and by value. Grain: month of the window.';
comment on column v_acceptance_monthly.month is 'First day of the month.';
comment on column v_acceptance_monthly.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_acceptance_monthly.is_fully_observed is
'Whether the 30 days for retries of the month''s last payments lie inside the reporting window.';
comment on column v_acceptance_monthly.txns is 'Authorisation attempts.';
comment on column v_acceptance_monthly.attempted_amount is 'Amount of all attempts.';
comment on column v_acceptance_monthly.sent_txns is
'Attempts that went to the issuer: not stopped before by a fraud rule or by 3-D Secure.';
comment on column v_acceptance_monthly.sent_amount is 'Amount of the attempts sent.';
comment on column v_acceptance_monthly.approved_txns is 'Approved attempts.';
comment on column v_acceptance_monthly.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column v_acceptance_monthly.raw_approval_rate is
'approved_txns / sent_txns: what issuers approve, attempt by attempt.';
comment on column v_acceptance_monthly.raw_approval_value_rate is 'gpv / sent_amount.';
comment on column v_acceptance_monthly.payments is
'Payments asked for: first attempts, on the day of the first attempt.';
comment on column v_acceptance_monthly.payments_amount is 'Amount of the first attempts.';
comment on column v_acceptance_monthly.first_sent_payments is
'Payments whose first attempt went to the issuer.';
comment on column v_acceptance_monthly.first_sent_amount is 'Amount of those.';
comment on column v_acceptance_monthly.first_approved_payments is
'Payments approved at the first attempt.';
comment on column v_acceptance_monthly.first_approved_amount is 'Amount of those.';
comment on column v_acceptance_monthly.first_attempt_approval_rate is
'first_approved_payments / first_sent_payments.';
comment on column v_acceptance_monthly.first_attempt_approval_value_rate is
'first_approved_amount / first_sent_amount.';
comment on column v_acceptance_monthly.sent_payments is
'Payments of which an attempt went to the issuer within 30 days of the first.';
comment on column v_acceptance_monthly.sent_payments_amount is
'Amount of the first attempts of those.';
comment on column v_acceptance_monthly.accepted_payments is
'Payments approved at any attempt within 30 days; still growing until fully observed.';
comment on column v_acceptance_monthly.accepted_amount is
'Amount of the first attempts of those.';
comment on column v_acceptance_monthly.final_approval_rate is
'accepted_payments / sent_payments; NULL until the month is fully observed.';
comment on column v_acceptance_monthly.final_approval_value_rate is
'accepted_amount / sent_payments_amount; NULL until the month is fully observed.';
comment on column v_acceptance_monthly.acceptance_rate is
'End to end: accepted_payments / payments; NULL until the month is fully observed.';
comment on column v_acceptance_monthly.acceptance_value_rate is
'accepted_amount / payments_amount; NULL until the month is fully observed.';
comment on column v_acceptance_monthly.recovered_payments is
'Payments declined at first and approved within 30 days.';
comment on column v_acceptance_monthly.recovered_amount is
'Amount of the first attempts of those.';
comment on column v_acceptance_monthly.retry_uplift is
'(accepted_payments - first_approved_payments) / payments: what retries add; 0.02 is 2 points.';
comment on column v_acceptance_monthly.mix_adjusted_approval_rate is
'approved_txns / txns at the mix of the whole window over channel, method, industry and region.';
