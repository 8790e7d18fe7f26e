-- question: Does `mart_payments_daily` hold one row for each cell of its six dimensions?
-- table: mart_payments_daily; columns: grain; grain: cell
-- dimension: uniqueness; severity: error
-- threshold: 0 cells: a double row is a double sum in every chart
select
    day,
    region,
    industry,
    merchant_size,
    channel,
    payment_method,
    count(*) as row_count
from mart_payments_daily
group by
    day,
    region,
    industry,
    merchant_size,
    channel,
    payment_method
having count(*) > 1;
