-- question: Does `mart_top_merchants` hold one row for each merchant_id?
-- table: mart_top_merchants; columns: merchant_id; grain: merchant_id
-- dimension: uniqueness; severity: error
-- threshold: 0 cells: a double row is a double sum in every chart
select
    merchant_id,
    count(*) as row_count
from mart_top_merchants
group by merchant_id
having count(*) > 1;
