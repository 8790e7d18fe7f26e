-- What did each retry follow? The attempt before is the one of its payment with the number before;
-- its columns are NULL when there is none. Grain: attempt with an attempt_no above 1. Source:
-- transactions.
create or replace temp table qa_retries as
with attempts as (
    select
        txn_id,
        payment_id,
        attempt_no,
        ts,
        merchant_id,
        customer_id,
        amount,
        approved,
        response_code
    from transactions
    where
        payment_id in (
            select retried.payment_id
            from transactions as retried
            where retried.attempt_no > 1
        )
)

select
    retries.txn_id,
    retries.payment_id,
    retries.attempt_no,
    retries.ts,
    retries.merchant_id,
    retries.customer_id,
    retries.amount,
    attempts.attempt_no as attempt_no_before,
    attempts.ts as ts_before,
    attempts.merchant_id as merchant_id_before,
    attempts.customer_id as customer_id_before,
    attempts.amount as amount_before,
    attempts.approved as approved_before,
    attempts.response_code as response_code_before
from attempts as retries
left join attempts
    on
        retries.payment_id = attempts.payment_id
        and retries.attempt_no - 1 = attempts.attempt_no
where retries.attempt_no > 1;
