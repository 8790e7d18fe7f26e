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
        signup_month,
        month_index,
        sum(cohort_merchants) as cohort_merchants,
        sum(gpv) as gpv
    from cohort_months
    cross join meta
    where
        is_now
        and month_index >= 1
        and signup_month + interval 1 month >= meta.start_date
        and last_day(signup_month + interval 3 month) <= meta.end_date
    group by all
),

valued as (
    select
        *,
        sum(if(month_index <= 3, gpv, 0)) over (partition by signup_month) as base_gpv
    from cohorts
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
