-- Account managers of the generated world.
create or replace table account_managers as
select
    account_manager_id,
    account_manager_name,
    region,
    team,
    hired_on
from gen_account_managers(
    seed := getvariable('seed'),
    merchants := getvariable('merchants'),
    customers := getvariable('customers'),
    start_date := getvariable('start_date'),
    end_date := getvariable('end_date'),
    enums := true
);
