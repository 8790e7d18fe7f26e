-- question: Are the ids of a transaction positive?
-- table: transactions; columns: txn_id, payment_id, merchant_id, customer_id; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: keys are dense from 1; one arm per column lets zone maps skip row groups
select
    txn_id,
    'txn_id' as column_name,
    txn_id as id
from transactions
where txn_id < 1
union all
select
    txn_id,
    'payment_id' as column_name,
    payment_id as id
from transactions
where payment_id < 1
union all
select
    txn_id,
    'merchant_id' as column_name,
    merchant_id as id
from transactions
where merchant_id < 1
union all
select
    txn_id,
    'customer_id' as column_name,
    customer_id as id
from transactions
where customer_id < 1;
