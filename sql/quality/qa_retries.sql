-- What did each attempt of a retried payment follow? Grain: attempt of a payment with an attempt_no
-- above 1. Source: transactions.
create or replace temp table qa_retries as
with retried as (
    select distinct payment_id
    from transactions
    where attempt_no > 1
)

select
    transactions.txn_id,
    transactions.payment_id,
    transactions.attempt_no,
    transactions.ts,
    transactions.merchant_id,
    transactions.customer_id,
    transactions.amount,
    lag(transactions.attempt_no) over attempts as attempt_no_before,
    lag(transactions.ts) over attempts as ts_before,
    lag(transactions.merchant_id) over attempts as merchant_id_before,
    lag(transactions.customer_id) over attempts as customer_id_before,
    lag(transactions.amount) over attempts as amount_before,
    lag(transactions.approved) over attempts as approved_before,
    lag(transactions.response_code) over attempts as response_code_before
from transactions
inner join retried on transactions.payment_id = retried.payment_id
window attempts as (
    partition by transactions.payment_id
    order by transactions.attempt_no, transactions.txn_id
);
