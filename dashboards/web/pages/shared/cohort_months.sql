-- How many merchants of each sign-up month are active at each age, and what do they process?
-- Grain: sign-up month x region x merchant size x age in months whose month lies wholly in the data. is_now tells sign-up
-- months of the range from those of as many months before it, which are there where the data reach that far back.
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

cohorts as (
    select
        merchants.signup_month,
        merchants.region,
        merchants.merchant_size,
        merchants.signup_month >= ranges.from_month as is_now,
        count(*) as cohort_merchants
    from merchants
    cross join ranges
    where
        merchants.signup_month <= ranges.to_month
        and (
            merchants.signup_month >= ranges.from_month
            or (merchants.signup_month >= ranges.prior_month and ranges.prior_month >= ranges.start_date)
        )
    group by all
),

cells as (
    select
        cohorts.*,
        age.generate_series as month_index,
        (cohorts.signup_month + to_months(age.generate_series::integer))::date as month
    from cohorts
    cross join ranges
    cross join generate_series(0, datediff('month', (select min(signup_month) from cohorts), (select end_date from meta))) as age
    where
        cohorts.signup_month + to_months(age.generate_series::integer) >= ranges.start_date
        and last_day(cohorts.signup_month + to_months(age.generate_series::integer)) <= ranges.end_date
),

-- A merchant has one sign-up month, region and size: these counts of distinct merchants add up.
active as (
    select
        merchants.signup_month,
        merchants.region,
        merchants.merchant_size,
        facts.month,
        count(distinct facts.merchant_id) as retained_merchants,
        sum(facts.gpv) as gpv
    from all_merchant_month as facts
    inner join merchants on facts.merchant_id = merchants.merchant_id
    where facts.approved_txns > 0 and merchants.signup_month in (select signup_month from cohorts)
    group by all
)

select
    cells.is_now,
    cells.signup_month,
    cells.region,
    cells.merchant_size,
    cells.month_index,
    cells.month,
    cells.cohort_merchants,
    coalesce(active.retained_merchants, 0) as retained_merchants,
    coalesce(active.gpv, 0) as gpv
from cells
left join active using (signup_month, region, merchant_size, month)
