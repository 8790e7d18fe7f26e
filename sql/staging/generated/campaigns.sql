-- Acquisition campaigns of the generated world.
create or replace table campaigns as
select
    campaign_id,
    campaign_name,
    channel,
    region,
    start_date,
    end_date,
    budget
from gen_campaigns(
    seed := getvariable('seed'),
    merchants := getvariable('merchants'),
    customers := getvariable('customers'),
    start_date := getvariable('start_date'),
    end_date := getvariable('end_date'),
    enums := true
);
