-- title: Merchants still active by months since sign-up, % of those signed up
-- question: Do newer sign-up months hold on to their merchants better than older ones?
-- note: Each row is a sign-up month of the range with its number of merchants, followed to the last whole month of the data. A cell that is not wholly observed is left empty; month 0 is the sign-up month itself.
-- chart: heatmap
-- x: month_index
-- y: cohort
-- value: retention_rate
-- format: retention_rate=percent, retained_merchants=count, cohort_merchants=count, month=month
-- labels: month_index=Months since sign-up, retention_rate=Active, retained_merchants=Active merchants, cohort_merchants=Signed up, month=Month
-- tooltip: retention_rate, retained_merchants, cohort_merchants, month
-- width: full
with cohorts as (
    select
        merchants.signup_month,
        count(*) as cohort_merchants
    from merchants
    cross join period
    where merchants.signup_month between period.from_month and period.to_month
    group by all
),

cells as (
    select
        cohorts.signup_month,
        cohorts.cohort_merchants,
        age.generate_series as month_index,
        (cohorts.signup_month + to_months(age.generate_series::integer))::date as month
    from cohorts
    cross join meta
    cross join generate_series(0, datediff('month', (select min(signup_month) from cohorts), (select end_date from meta))) as age
    where
        cohorts.signup_month + to_months(age.generate_series::integer) >= meta.start_date
        and last_day(cohorts.signup_month + to_months(age.generate_series::integer)) <= meta.end_date
),

retained as (
    select
        merchants.signup_month,
        facts.month,
        count(distinct facts.merchant_id) as retained_merchants
    from all_merchant_month as facts
    inner join merchants on facts.merchant_id = merchants.merchant_id
    where facts.approved_txns > 0 and merchants.signup_month in (select signup_month from cohorts)
    group by all
)

select
    strftime(cells.signup_month, '%Y-%m') || format(' · {:,}', cells.cohort_merchants) as cohort,
    cells.month_index::varchar as month_index,
    coalesce(retained.retained_merchants, 0)::double as retained_merchants,
    cells.cohort_merchants::double as cohort_merchants,
    coalesce(retained.retained_merchants, 0) / cells.cohort_merchants as retention_rate,
    strftime(cells.month, '%Y-%m') as month
from cells
left join retained using (signup_month, month)
order by cells.signup_month, cells.month_index
