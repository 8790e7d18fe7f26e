-- question: Is the size of every cohort the number of merchants who signed up in its month?
-- table: mart_merchant_cohorts; columns: cohort_merchants; grain: signup_month
-- dimension: consistency; severity: error
-- threshold: 0 months: a cohort without its silent merchants looks loyal
with signups as (
    select
        cast(date_trunc('month', signup_date) as date) as signup_month,
        count(*) as merchants
    from merchants
    group by date_trunc('month', signup_date)
),

cohorts as (
    select
        signup_month,
        min(cohort_merchants) as lowest_size,
        max(cohort_merchants) as highest_size
    from mart_merchant_cohorts
    group by signup_month
)

select
    cohorts.signup_month,
    cohorts.lowest_size,
    cohorts.highest_size,
    signups.merchants
from cohorts
left join signups on cohorts.signup_month = signups.signup_month
where
    cohorts.lowest_size is distinct from signups.merchants
    or cohorts.highest_size is distinct from signups.merchants;
