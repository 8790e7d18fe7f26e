-- Refunds of the generated sales, in time order.
create or replace table refunds as
select
    refund_id,
    txn_id,
    merchant_id,
    ts,
    amount,
    reason
from
    gen_refunds(
        getvariable('rows'),
        getvariable('start_date'),
        getvariable('end_date'),
        seed := getvariable('seed'),
        merchants := getvariable('merchants'),
        customers := getvariable('customers'),
        enums := true
    )
order by refund_id;
