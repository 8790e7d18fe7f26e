-- question: Is there no hour without attempts where the weeks before and after have many?
-- table: transactions; columns: ts; grain: hour_number
-- dimension: anomaly; severity: warn
-- threshold: 0 hours: with 30 attempts usual in the hour, chance alone would leave it empty never
with hours as (
    select
        every_hour.hour_number,
        coalesce(qa_hours.txns, 0) as txns,
        coalesce(qa_hours.approved_txns, 0) as approved_txns
    from
        range(
            (select min(first_hour.hour_number) from qa_hours as first_hour),
            (select max(last_hour.hour_number) + 1 from qa_hours as last_hour)
        ) as every_hour (hour_number)
    left join qa_hours on every_hour.hour_number = qa_hours.hour_number
),

usual as (
    select
        hour_number,
        txns,
        approved_txns,
        lag(txns, 168) over (order by hour_number) as txns_week_before,
        lead(txns, 168) over (order by hour_number) as txns_week_after
    from hours
)

select
    hour_number,
    make_timestamp(hour_number * 3600000000) as hour_start,
    txns_week_before,
    txns_week_after
from usual
where
    txns = 0
    and least(txns_week_before, txns_week_after) >= 30;
