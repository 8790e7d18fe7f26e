-- question: Are the rolling sums of 7 and 28 days the sums of just those days?
-- table: mart_kpi_daily; columns: gpv_7d, gpv_28d; grain: day
-- dimension: consistency; severity: error
-- threshold: 0 days: a frame over rows jumps missing days; a window that is not full has no sum
with frames as (
    select
        day,
        gpv_7d,
        gpv_28d,
        case when count(*) over last_7_days = 7 then sum(gpv) over last_7_days end as expected_7d,
        case when count(*) over last_28_days = 28 then sum(gpv) over last_28_days end
            as expected_28d
    from mart_kpi_daily
    window
        last_7_days as (order by day range between interval 6 days preceding and current row),
        last_28_days as (order by day range between interval 27 days preceding and current row)
)

select
    day,
    gpv_7d,
    expected_7d,
    gpv_28d,
    expected_28d
from frames
where
    gpv_7d is distinct from expected_7d
    or gpv_28d is distinct from expected_28d;
