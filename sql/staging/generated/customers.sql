-- Customers of the generated world.
create or replace table customers as
select
    customer_id,
    segment,
    region,
    country,
    join_date
from gen_customers(
    seed := getvariable('seed'),
    merchants := getvariable('merchants'),
    customers := getvariable('customers'),
    start_date := getvariable('start_date'),
    end_date := getvariable('end_date'),
    enums := true
);
