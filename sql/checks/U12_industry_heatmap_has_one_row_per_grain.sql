-- question: Does `mart_industry_heatmap` hold one row for each region x industry?
-- table: mart_industry_heatmap; columns: region, industry; grain: cell
-- dimension: uniqueness; severity: error
-- threshold: 0 cells: a double row is a double sum in every chart
select
    region,
    industry,
    count(*) as row_count
from mart_industry_heatmap
group by
    region,
    industry
having count(*) > 1;
