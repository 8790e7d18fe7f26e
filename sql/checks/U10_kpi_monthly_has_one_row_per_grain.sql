-- question: Does `mart_kpi_monthly` hold one row for each month?
-- table: mart_kpi_monthly; columns: month; grain: month
-- dimension: uniqueness; severity: error
-- threshold: 0 cells: a double row is a double sum in every chart
select
    month,
    count(*) as row_count
from mart_kpi_monthly
group by month
having count(*) > 1;
