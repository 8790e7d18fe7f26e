-- question: Does the rank of merchants follow their GPV, from 1 without a gap?
-- table: mart_top_merchants; columns: gpv_rank; grain: merchant_id
-- dimension: consistency; severity: error
-- threshold: 0 merchants: a rank that jumps or lies makes the table of top merchants wrong
with ranked as (
    select
        merchant_id,
        gpv,
        gpv_rank,
        row_number() over (order by gpv_rank) as expected_rank,
        lag(gpv) over (order by gpv_rank) as gpv_of_better
    from mart_top_merchants
)

select
    merchant_id,
    gpv,
    gpv_rank,
    expected_rank
from ranked
where
    gpv_rank <> expected_rank
    or gpv > gpv_of_better;
