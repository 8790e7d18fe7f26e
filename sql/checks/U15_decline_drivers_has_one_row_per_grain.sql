-- question: Does `mart_decline_drivers` hold one row for each decline_reason x channel x industry?
-- table: mart_decline_drivers; columns: grain; grain: cell
-- dimension: uniqueness; severity: error
-- threshold: 0 cells: a double row is a double sum in every chart
select
    decline_reason,
    channel,
    industry,
    count(*) as row_count
from mart_decline_drivers
group by
    decline_reason,
    channel,
    industry
having count(*) > 1;
