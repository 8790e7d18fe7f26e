-- Disputes of the generated sales, in time order.
create or replace table disputes as
select
    dispute_id,
    txn_id,
    merchant_id,
    opened_at,
    amount,
    reason,
    is_fraud,
    status,
    resolved_at
from
    gen_disputes(
        getvariable('rows'),
        getvariable('start_date'),
        getvariable('end_date'),
        seed := getvariable('seed'),
        merchants := getvariable('merchants'),
        customers := getvariable('customers'),
        enums := true
    )
order by dispute_id;
