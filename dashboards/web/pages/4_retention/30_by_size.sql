-- title: Merchants still active by months since sign-up, by merchant size, %
-- question: Do large merchants stay longer than small ones?
-- note: Sign-up months of the range, each age over those that are wholly observed at it (ratio of sums); their number of merchants falls with age and is in the tooltip. Fewer than 30 merchants are not drawn.
-- chart: line
-- x: month_index
-- y: retention_rate
-- series: merchant_size
-- format: retention_rate=percent, retained_merchants=count, cohort_merchants=count
-- labels: month_index=Months since sign-up, retention_rate=Active, retained_merchants=Active merchants, cohort_merchants=Signed up
-- tooltip: retention_rate, retained_merchants, cohort_merchants
-- click: merchant_size -> filter merchant_size
select
    month_index::varchar as month_index,
    merchant_size::varchar as merchant_size,
    sum(retained_merchants)::double as retained_merchants,
    sum(cohort_merchants)::double as cohort_merchants,
    sum(retained_merchants) / sum(cohort_merchants) as retention_rate
from cohort_months
where is_now
group by cohort_months.month_index, cohort_months.merchant_size
having sum(cohort_merchants) >= 30
order by cohort_months.month_index, cohort_months.merchant_size::varchar
