-- Transactions of the generated world, in time order.
create or replace table transactions as
select
    txn_id,
    payment_id,
    attempt_no,
    ts,
    merchant_id,
    customer_id,
    amount,
    currency,
    channel,
    payment_method,
    card_brand,
    funding,
    card_country,
    is_recurring,
    is_authenticated,
    approved,
    response_code,
    decline_reason,
    fee,
    interchange_fee,
    scheme_fee
from gen_transactions(
    getvariable('rows'),
    getvariable('start_date'),
    getvariable('end_date'),
    seed := getvariable('seed'),
    merchants := getvariable('merchants'),
    customers := getvariable('customers'),
    enums := true
);
