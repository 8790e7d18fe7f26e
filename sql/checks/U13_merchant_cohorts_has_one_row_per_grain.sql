-- question: Does `mart_merchant_cohorts` hold one row for each signup_month x month_index?
-- table: mart_merchant_cohorts; columns: signup_month, month_index; grain: cell
-- dimension: uniqueness; severity: error
-- threshold: 0 cells: a double row is a double sum in every chart
select
    signup_month,
    month_index,
    count(*) as row_count
from mart_merchant_cohorts
group by
    signup_month,
    month_index
having count(*) > 1;
