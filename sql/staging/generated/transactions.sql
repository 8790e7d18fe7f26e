-- Transactions of the generated world. Threads take turns at blocks of rows: time order holds in a
-- block, and raw files are put in order as they are written.
set preserve_insertion_order = false;

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

reset preserve_insertion_order;
