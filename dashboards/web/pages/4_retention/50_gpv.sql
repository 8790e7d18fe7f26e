-- title: GPV kept by months since sign-up, % of the mean of months 1 to 3
-- question: Do the merchants who stay make up for the volume of those who leave?
-- note: Sign-up months of the range that are wholly observed in months 1 to 3; each age over those observed at it, their base alike. Not adjusted for season.
-- chart: line
-- x: month_index
-- y: gpv_retention_rate
-- format: gpv_retention_rate=percent, gpv=money, base_gpv=money, cohort_merchants=count
-- labels: month_index=Months since sign-up, gpv_retention_rate=GPV kept, gpv=GPV of the month, base_gpv=Mean GPV of months 1 to 3, cohort_merchants=Signed up
-- tooltip: gpv_retention_rate, gpv, base_gpv, cohort_merchants
with cohorts as (
    select
        merchants.signup_month,
        count(*) as cohort_merchants
    from merchants
    cross join period
    cross join meta
    where
        merchants.signup_month between period.from_month and period.to_month
        and merchants.signup_month + interval 1 month >= meta.start_date
        and last_day(merchants.signup_month + interval 3 month) <= meta.end_date
    group by all
),

cells as (
    select
        cohorts.*,
        age.generate_series as month_index,
        (cohorts.signup_month + to_months(age.generate_series::integer))::date as month
    from cohorts
    cross join meta
    cross join generate_series(1, datediff('month', (select min(signup_month) from cohorts), (select end_date from meta))) as age
    where last_day(cohorts.signup_month + to_months(age.generate_series::integer)) <= meta.end_date
),

volumes as (
    select
        merchants.signup_month,
        facts.month,
        sum(facts.gpv) as gpv
    from all_merchant_month as facts
    inner join merchants on facts.merchant_id = merchants.merchant_id
    where merchants.signup_month in (select signup_month from cohorts)
    group by all
),

valued as (
    select
        cells.*,
        coalesce(volumes.gpv, 0) as gpv,
        sum(if(cells.month_index <= 3, coalesce(volumes.gpv, 0), 0)) over (partition by cells.signup_month) as base_gpv
    from cells
    left join volumes using (signup_month, month)
)

select
    month_index::varchar as month_index,
    sum(gpv)::double as gpv,
    sum(base_gpv)::double / 3 as base_gpv,
    3 * sum(gpv)::double / nullif(sum(base_gpv)::double, 0) as gpv_retention_rate,
    sum(cohort_merchants)::double as cohort_merchants
from valued
group by valued.month_index
order by valued.month_index
