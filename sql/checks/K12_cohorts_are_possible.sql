-- question: Does no cohort retain more merchants than it has, at no age below 0?
-- table: mart_merchant_cohorts; columns: retained_merchants, month_index; grain: cell
-- dimension: consistency; severity: error
-- threshold: 0 cells: nobody is active before signing up, and none twice
select
    signup_month,
    month_index,
    retained_merchants,
    cohort_merchants
from mart_merchant_cohorts
where
    retained_merchants not between 0 and cohort_merchants
    or month_index < 0;
