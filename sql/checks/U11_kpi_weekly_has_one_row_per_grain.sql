-- question: Does `mart_kpi_weekly` hold one row for each week_start?
-- table: mart_kpi_weekly; columns: week_start; grain: week_start
-- dimension: uniqueness; severity: error
-- threshold: 0 cells: a double row is a double sum in every chart
select
    week_start,
    count(*) as row_count
from mart_kpi_weekly
group by week_start
having count(*) > 1;
