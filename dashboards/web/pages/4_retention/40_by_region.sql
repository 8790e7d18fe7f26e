-- title: Merchants still active by months since sign-up, by region, %
-- question: In which regions do merchants stay?
-- note: Sign-up months of the range, each age over those that are wholly observed at it (ratio of sums); their number of merchants falls with age and is in the tooltip. Fewer than 100 merchants are not drawn.
-- chart: line
-- x: month_index
-- y: retention_rate
-- series: region
-- format: retention_rate=percent, retained_merchants=count, cohort_merchants=count
-- labels: month_index=Months since sign-up, retention_rate=Active, retained_merchants=Active merchants, cohort_merchants=Signed up
-- tooltip: retention_rate, retained_merchants, cohort_merchants
-- click: region -> filter region
with cohorts as (
    select
        merchants.region,
        merchants.signup_month,
        count(*) as cohort_merchants
    from merchants
    cross join period
    where merchants.signup_month between period.from_month and period.to_month
    group by all
),

cells as (
    select
        cohorts.*,
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
        merchants.region,
        merchants.signup_month,
        facts.month,
        count(distinct facts.merchant_id) as retained_merchants
    from all_merchant_month as facts
    inner join merchants on facts.merchant_id = merchants.merchant_id
    where facts.approved_txns > 0 and merchants.signup_month in (select signup_month from cohorts)
    group by all
)

select
    cells.month_index::varchar as month_index,
    cells.region::varchar as region,
    coalesce(sum(retained.retained_merchants), 0)::double as retained_merchants,
    sum(cells.cohort_merchants)::double as cohort_merchants,
    coalesce(sum(retained.retained_merchants), 0) / sum(cells.cohort_merchants) as retention_rate
from cells
left join retained using (region, signup_month, month)
group by cells.month_index, cells.region
having sum(cells.cohort_merchants) >= 100
order by cells.month_index, cells.region::varchar
