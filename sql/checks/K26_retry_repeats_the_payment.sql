-- question: Does every retry repeat merchant, customer and amount?
-- table: transactions; columns: merchant_id, customer_id, amount; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: another merchant, customer or amount is another payment
select
    txn_id,
    payment_id,
    attempt_no,
    merchant_id,
    customer_id,
    amount,
    merchant_id_before,
    customer_id_before,
    amount_before
from qa_retries
where
    merchant_id <> merchant_id_before
    or customer_id <> customer_id_before
    or amount <> amount_before;
