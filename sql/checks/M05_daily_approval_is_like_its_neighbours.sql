-- question: Is the approval rate of every day near that of the four weeks around it?
-- table: transactions; columns: approved; grain: day
-- dimension: volume; severity: warn
-- threshold: 0.05 beyond 6 standard errors: shocks of a whole day are smaller
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
        days.approved_txns,
        sum(neighbours.approved_txns) / sum(neighbours.txns) as usual_rate
    from days
    inner join days as neighbours
        on
            days.day <> neighbours.day
            and abs(neighbours.day - days.day) <= 14
    group by
        days.day,
        days.txns,
        days.approved_txns
)

select
    day,
    txns,
    usual_rate,
    greatest(
        abs(approved_txns / txns - usual_rate) - 6 * sqrt(usual_rate * (1 - usual_rate) / txns), 0
    ) as observed
from usual
where
    txns >= 30
    and usual_rate is not null;
