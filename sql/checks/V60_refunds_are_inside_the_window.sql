-- question: Do all refunds lie inside the reporting window?
-- table: refunds; columns: ts; grain: refund_id
-- dimension: validity; severity: error
-- threshold: 0 rows: later ones are not known yet in a real extract
with reporting_window as (
    select
        min(day) as first_day,
        max(day) as last_day
    from dim_calendar
)

select
    refunds.refund_id,
    refunds.ts
from refunds
cross join reporting_window
where
    cast(refunds.ts as date) < reporting_window.first_day
    or cast(refunds.ts as date) > reporting_window.last_day;
