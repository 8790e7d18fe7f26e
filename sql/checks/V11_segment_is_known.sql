-- question: Is the segment of a customer one of the contract?
-- table: customers; columns: segment; grain: customer_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a fourth segment would fall out of every report
with unknown as (
    select distinct segment
    from qa_customer_mix
    where segment not in ('consumer', 'smb', 'enterprise')
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
