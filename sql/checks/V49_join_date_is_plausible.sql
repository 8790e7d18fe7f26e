-- question: Does every customer join between 2000 and the end of the window?
-- table: customers; columns: join_date; grain: customer_id
-- dimension: validity; severity: error
-- threshold: 0 rows: 1900, 1970 and 2099 are defaults of some system and no dates
with reporting_window as (
    select max(day) as last_day
    from dim_calendar
),

doubt as (
    select distinct reporting_window.last_day
    from qa_customer_mix
    cross join reporting_window
    where
        qa_customer_mix.first_join_date < date '2000-01-01'
        or qa_customer_mix.last_join_date > reporting_window.last_day
)

select
    offender.customer_id,
    offender.join_date
from doubt
cross join lateral (
    select
        customers.customer_id,
        customers.join_date
    from customers
    where
        customers.join_date < date '2000-01-01'
        or customers.join_date > doubt.last_day
) as offender;
