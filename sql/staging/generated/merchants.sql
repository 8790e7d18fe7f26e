-- Merchants of the generated world.
create or replace table merchants as
select
    merchant_id,
    merchant_name,
    industry,
    mcc,
    region,
    country,
    merchant_size,
    sales_channel,
    signup_date,
    account_manager_id,
    campaign_id,
    acquisition_cost,
    pricing_plan,
    fee_bps,
    fee_fixed
from gen_merchants(
    seed := getvariable('seed'),
    merchants := getvariable('merchants'),
    customers := getvariable('customers'),
    start_date := getvariable('start_date'),
    end_date := getvariable('end_date'),
    enums := true
);
