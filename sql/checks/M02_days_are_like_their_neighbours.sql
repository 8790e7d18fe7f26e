-- question: Does every day have about as many attempts as the same weekday around it?
-- table: transactions; columns: ts; grain: day
-- dimension: volume; severity: warn
-- threshold: 0.5 in logarithm, beyond 4 standard errors: seasons change more slowly
with days as (
    select
        dim_calendar.day,
        coalesce(sum(qa_hours.txns), 0) as txns,
        coalesce(sum(qa_hours.approved_txns), 0) as approved_txns
    from dim_calendar
    left join qa_hours on dim_calendar.day = qa_hours.day
    group by dim_calendar.day
),

usual as (
    select
        days.day,
        days.txns,
        median(neighbours.txns) as usual_txns
    from days
    inner join days as neighbours
        on
            days.day <> neighbours.day
            and abs(neighbours.day - days.day) <= 28
            and (neighbours.day - days.day) % 7 = 0
    group by
        days.day,
        days.txns
)

select
    day,
    txns,
    usual_txns,
    greatest(
        abs(ln((txns + 1) / (usual_txns + 1)))
        - 4 * sqrt(1 / (txns + 1) + 1 / (usual_txns + 1)),
        0
    ) as observed
from usual;
