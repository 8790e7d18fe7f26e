-- question: Is each retention rate its quotient, inside 0 and 1, and given once fully observed?
-- table: mart_merchant_cohorts; columns: retention_rate; grain: cell
-- dimension: consistency; severity: error
-- threshold: 0 cells: a cohort that is not fully observed yet has no rate
select
    signup_month,
    month_index,
    retention_rate,
    retained_merchants,
    cohort_merchants
from mart_merchant_cohorts
where
    (retention_rate is not null) <> is_fully_observed
    or retention_rate not between 0 and 1
    or abs(retention_rate * cohort_merchants - retained_merchants) > 1e-6;
