-- How many of the merchants who signed up in a month still process payments k months later?
-- Grain: sign-up month x age in months, from age 0, for every month of the reporting window.
-- Sources: merchants, dim_calendar, fct_merchant_month. A cell where nobody is left is a row of 0.
create or replace view v_merchant_cohorts as
with signups as (
    select
        merchant_id,
        cast(date_trunc('month', signup_date) as date) as signup_month,
        extract(year from signup_date) * 12 + extract(month from signup_date)
            as signup_month_number
    from merchants
),

cohorts as (
    select
        signup_month,
        signup_month_number,
        count(*) as cohort_merchants
    from signups
    group by signup_month, signup_month_number
),

months as (
    select
        month,
        month_number,
        is_partial_month
    from dim_calendar
    group by month, month_number, is_partial_month
),

retained as (
    select
        signups.signup_month_number as signup_month_number,
        fct_merchant_month.month_number as month_number,
        count(*) as retained_merchants
    from fct_merchant_month
    inner join signups on fct_merchant_month.merchant_id = signups.merchant_id
    where fct_merchant_month.approved_txns > 0
    group by signups.signup_month_number, fct_merchant_month.month_number
),

cells as (
    select
        cohorts.signup_month as signup_month,
        months.month_number - cohorts.signup_month_number as month_index,
        months.month as month,
        months.is_partial_month as is_partial_month,
        cohorts.cohort_merchants as cohort_merchants,
        coalesce(retained.retained_merchants, 0) as retained_merchants
    from cohorts
    inner join months on cohorts.signup_month_number <= months.month_number
    left join retained
        on
            cohorts.signup_month_number = retained.signup_month_number
            and months.month_number = retained.month_number
)

select
    signup_month,
    month_index,
    month,
    not is_partial_month as is_fully_observed,
    retained_merchants,
    cohort_merchants,
    case
        when not is_partial_month
            then cast(retained_merchants as double) / nullif(cohort_merchants, 0)
    end as retention_rate
from cells;

comment on view v_merchant_cohorts is
'Logo retention by sign-up month. Grain: sign-up month x age in months inside the window.';
comment on column v_merchant_cohorts.signup_month is 'First day of the sign-up month.';
comment on column v_merchant_cohorts.month_index is
'Age: calendar months since the sign-up month, which itself is 0.';
comment on column v_merchant_cohorts.month is 'First day of the month looked at.';
comment on column v_merchant_cohorts.is_fully_observed is
'Whether the whole month lies inside the reporting window.';
comment on column v_merchant_cohorts.retained_merchants is
'Merchants of the cohort with at least one approved attempt in the month; 0 is a row too.';
comment on column v_merchant_cohorts.cohort_merchants is
'All merchants who signed up in signup_month, whether they ever processed or not.';
comment on column v_merchant_cohorts.retention_rate is
'retained_merchants / cohort_merchants; NULL when the month is not fully observed.';
