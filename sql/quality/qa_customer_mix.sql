-- Which customers are there, in words and dates? Checks of customers read this and not millions of
-- rows. Grain: segment x region x country. Source: customers.
create or replace temp table qa_customer_mix as
select
    segment,
    region,
    country,
    count(*) as customers,
    count(customer_id) as filled_ids,
    count(join_date) as filled_join_dates,
    min(join_date) as first_join_date,
    max(join_date) as last_join_date
from customers
group by
    segment,
    region,
    country;
