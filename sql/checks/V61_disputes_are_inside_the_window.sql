-- question: Do all disputes lie inside the reporting window?
-- table: disputes; columns: opened_at; grain: dispute_id
-- dimension: validity; severity: error
-- threshold: 0 rows: later ones are not known yet in a real extract
with reporting_window as (
    select
        min(day) as first_day,
        max(day) as last_day
    from dim_calendar
)

select
    disputes.dispute_id,
    disputes.opened_at
from disputes
cross join reporting_window
where
    cast(disputes.opened_at as date) < reporting_window.first_day
    or cast(disputes.opened_at as date) > reporting_window.last_day;
