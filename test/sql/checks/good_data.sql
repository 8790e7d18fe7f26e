-- Good data of every table that a check reads: two months of a small generated world, with retries,
-- refunds and disputes made of its own rows, the marts, and a baseline equal to it.
set variable start_date = date '2024-03-01';

set variable end_date = date '2024-04-30';

create table transactions as
select * from gen_transactions(30000, '2024-03-01', '2024-04-30', merchants := 300, customers := 6000);

create table merchants as
select * from gen_merchants(
    merchants := 300, customers := 6000, start_date := '2024-03-01', end_date := '2024-04-30'
);

create table customers as
select * from gen_customers(
    merchants := 300, customers := 6000, start_date := '2024-03-01', end_date := '2024-04-30'
);

create table account_managers as
select * from gen_account_managers(
    merchants := 300, customers := 6000, start_date := '2024-03-01', end_date := '2024-04-30'
);

create table campaigns as
select * from gen_campaigns(
    merchants := 300, customers := 6000, start_date := '2024-03-01', end_date := '2024-04-30'
);

-- Every second of some declined attempts becomes the retry of the one before.
create temp table retries as
with declined as (
    select
        txn_id,
        row_number() over (order by txn_id) as place
    from transactions
    where response_code = '51'
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
where approved and txn_id between 1000 and 1100;

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
where approved and txn_id between 2000 and 2060;
