-- Retries, refunds and disputes made of rows that are there, good in every respect that is checked.
-- Every second of some declined attempts that nobody retried becomes the retry of the one before.
create temp table retries as
with declined as (
    select
        txn_id,
        row_number() over (order by txn_id) as place
    from transactions
    where
        response_code = '51'
        and payment_id in (select payment_id from transactions group by payment_id having count(*) = 1)
    limit 60
)

select
    later.txn_id,
    earlier.txn_id as first_txn_id
from declined as earlier
inner join declined as later on earlier.place + 1 = later.place
where earlier.place % 2 = 1;

update transactions
set
    payment_id = firsts.payment_id,
    attempt_no = 2,
    merchant_id = firsts.merchant_id,
    customer_id = firsts.customer_id,
    amount = firsts.amount
from retries
inner join transactions as firsts on retries.first_txn_id = firsts.txn_id
where transactions.txn_id = retries.txn_id;

create table refunds as
select
    row_number() over (order by txn_id) as refund_id,
    txn_id,
    merchant_id,
    ts + interval 2 days as ts,
    cast(amount / 2 as decimal(18, 2)) as amount,
    'returned' as reason
from transactions
where
    approved
    and txn_id between 1000 and 1100
    and ts < getvariable('end_date') - interval 2 days;

create table disputes as
select
    row_number() over (order by txn_id) as dispute_id,
    txn_id,
    merchant_id,
    ts + interval 20 days as opened_at,
    amount,
    'not received' as reason,
    txn_id % 2 = 0 as is_fraud,
    case txn_id % 3 when 0 then 'open' when 1 then 'won' else 'lost' end as status,
    case when txn_id % 3 > 0 then ts + interval 30 days end as resolved_at
from transactions
where
    approved
    and txn_id between 2000 and 2060
    and ts < getvariable('end_date') - interval 30 days;
