-- question: Does `mart_kpi_daily` hold one row for each day?
-- table: mart_kpi_daily; columns: day; grain: day
-- dimension: uniqueness; severity: error
-- threshold: 0 cells: a double row is a double sum in every chart
select
    day,
    count(*) as row_count
from mart_kpi_daily
group by day
having count(*) > 1;
