-- question: Is the segment of a customer one of the contract?
-- table: customers; columns: segment; grain: customer_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a fourth segment would fall out of every report
with unknown as (
    select segment
    from customers
    group by segment
    having case when count(*) > 0 then segment not in ('consumer', 'smb', 'enterprise') end
)

select
    offender.customer_id,
    offender.segment
from unknown
cross join lateral (
    select
        customers.customer_id,
        customers.segment
    from customers
    where customers.segment = unknown.segment
) as offender;
