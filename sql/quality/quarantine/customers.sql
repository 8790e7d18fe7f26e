-- Sets aside the rows of customers that fail a check of severity error, with the ids of
-- the checks, when the variable on_bad_rows is 'quarantine'; else none, at no cost.
create or replace temp table quarantine_customers as
with offenders as (
    select
        row_key,
        string_agg(distinct check_id, ', ' order by check_id) as check_ids
    from qa_rows(checks := 'customers')
    where
        severity = 'error'
        and getvariable('on_bad_rows') = 'quarantine'
    group by row_key
)

select
    offenders.check_ids,
    customers.*
from customers
inner join offenders on customers.customer_id is not distinct from offenders.row_key;

delete from customers
where
    customer_id in (
        select set_aside.customer_id from quarantine_customers as set_aside
    )
    or (
        customer_id is null
        and exists (
            select 1
            from quarantine_customers as set_aside
            where set_aside.customer_id is null
        )
    );
