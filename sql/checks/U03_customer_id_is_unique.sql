-- question: Does every `customer_id` occur once?
-- table: customers; columns: customer_id; grain: customer_id
-- dimension: uniqueness; severity: error
-- threshold: 0 keys: ids that count up from row to row occur once; only others are counted
with rows_beside as (
    select
        customer_id,
        lag(customer_id) over () as customer_id_before
    from customers
),

-- The first row has nothing before it.
doubt as (
    select count(*) as breaks
    from rows_beside
    where customer_id_before is distinct from customer_id - 1
    having count(*) > 1
)

select
    customer_id,
    count(*) as row_count
from customers
where exists (select 1 from doubt)
group by customer_id
having count(*) > 1;
