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
select
    strftime(signup_month, '%Y-%m') || format(' · {:,}', sum(cohort_merchants)::bigint) as cohort,
    month_index::varchar as month_index,
    sum(retained_merchants)::double as retained_merchants,
    sum(cohort_merchants)::double as cohort_merchants,
    sum(retained_merchants) / sum(cohort_merchants) as retention_rate,
    strftime(any_value(month), '%Y-%m') as month
from cohort_months
where is_now
group by signup_month, cohort_months.month_index
order by signup_month, cohort_months.month_index
