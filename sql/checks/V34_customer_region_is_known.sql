-- question: Is the region of a customer one of the contract?
-- table: customers; columns: region; grain: customer_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a sixth region would fall out of every segment
with unknown as (
    select distinct region
    from qa_customer_mix
    where region not in ('NA', 'EMEA', 'APAC', 'LATAM', 'Africa')
)

select
    offender.customer_id,
    offender.region
from unknown
cross join lateral (
    select
        customers.customer_id,
        customers.region
    from customers
    where customers.region = unknown.region
) as offender;
