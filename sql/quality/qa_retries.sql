-- What did each retry follow? The attempt before is the one of its payment with the number before;
-- its columns are NULL when there is none. Grain: attempt with an attempt_no above 1. Source:
-- transactions.
create or replace temp table qa_retries as
with retries as (
    select
        txn_id,
        payment_id,
        attempt_no,
        ts,
        merchant_id,
        customer_id,
        amount
    from transactions
    where attempt_no > 1
)

select
    retries.txn_id,
    retries.payment_id,
    retries.attempt_no,
    retries.ts,
    retries.merchant_id,
    retries.customer_id,
    retries.amount,
    transactions.attempt_no as attempt_no_before,
    transactions.ts as ts_before,
    transactions.merchant_id as merchant_id_before,
    transactions.customer_id as customer_id_before,
    transactions.amount as amount_before,
    transactions.approved as approved_before,
    transactions.response_code as response_code_before
from retries
left join transactions
    on
        retries.payment_id = transactions.payment_id
        and retries.attempt_no - 1 = transactions.attempt_no;
