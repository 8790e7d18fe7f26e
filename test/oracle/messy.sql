-- Data that no generator would make: empty months and days, ties, merchants that never pay, NULLs, codes that nobody
-- lists, retries whose first attempt is missing, refunds in parts, disputes of every status.
create table merchants as
select
    i as merchant_id,
    'Merchant ' || i as merchant_name,
    ['Travel', 'Retail', 'Gaming'][cast(1 + i % 3 as bigint)] as industry,
    ['NA', 'EMEA', 'LATAM'][cast(1 + i % 2 as bigint)] as region,
    ['US', 'AE', 'CA', 'GB'][cast(1 + i % 4 as bigint)] as country,
    ['small', 'medium', 'enterprise'][cast(1 + i % 5 // 2 as bigint)] as merchant_size,
    ['online', 'partner', 'direct'][cast(1 + i % 3 as bigint)] as sales_channel,
    date '2023-09-20' + cast(i * 11 as integer) as signup_date,
    cast(1 + i % 3 as integer) as account_manager_id,
    cast(if(i % 4 = 0, 1 + i % 3, null) as integer) as campaign_id,
    cast(0.37 * i as decimal(18, 2)) as acquisition_cost
from range(1, 25) as ids (i);

create table account_managers as
select
    cast(i as integer) as account_manager_id,
    'Manager ' || i as account_manager_name,
    'NA' as region,
    'NA 1' as team
from range(1, 5) as ids (i);

create table campaigns as
select
    cast(i as integer) as campaign_id,
    'Campaign ' || i as campaign_name
from range(1, 4) as ids (i);

-- Merchants 20 to 24 never try. Three in eleven attempts repeat the payment before; where that one was not kept, the
-- first attempt is missing.
create table transactions as
with attempts as (
    select
        i,
        i - i % 11 % 4 * (i % 11 > 7)::integer as payment_id,
        1 + i % 11 % 4 * (i % 11 > 7)::integer as attempt_no,
        1 + (i - i % 11 % 4 * (i % 11 > 7)::integer) * 31 % 19 as merchant_id
    from range(1, 900) as ids (i)
)

select
    cast(i as bigint) as txn_id,
    cast(payment_id as bigint) as payment_id,
    cast(if(i % 97 = 0, null, attempt_no) as tinyint) as attempt_no,
    timestamp '2024-01-10 00:00:00' + to_hours(cast(i * 4.8 as integer))
    + to_days(if(attempt_no > 1 and i % 5 = 0, 35, 0)) as ts,
    cast(merchant_id as bigint) as merchant_id,
    cast(1 + payment_id % 41 as bigint) as customer_id,
    ['pos', 'ecom', 'inapp'][cast(1 + payment_id % 3 as bigint)] as channel,
    ['wallet', 'card', 'ach'][cast(1 + payment_id % 7 // 3 as bigint)] as payment_method,
    if(payment_id % 7 = 6, null, ['visa', 'mastercard', 'amex'][cast(1 + payment_id % 5 // 2 as bigint)]) as card_brand,
    if(payment_id % 7 = 6, null, ['US', 'AE'][cast(1 + payment_id % 3 // 2 as bigint)]) as card_country,
    i % 3 = 0 as is_authenticated,
    cast(10 + payment_id * 7 % 90 + payment_id % 100 / 100.0 as decimal(18, 2)) as amount,
    if(i % 53 = 0, null, i % 4 > 0) as approved,
    if(i % 53 = 0, null, if(i % 4 > 0, '00', ['51', '59', '1A', '14', '91', 'ZZ', '54'][cast(1 + i // 4 % 7 as bigint)]))
        as response_code,
    if(i % 4 > 0 or i % 44 = 0, null, ['do_not_honor', 'fraud_suspected'][cast(1 + i % 8 // 4 as bigint)])
        as decline_reason,
    cast(0.93 as decimal(18, 2)) as fee,
    cast(0.41 + i % 7 / 10.0 as decimal(18, 2)) as interchange_fee,
    cast(0.07 as decimal(18, 2)) as scheme_fee
from attempts;

-- Bank debits that come back, each for one of four reasons.
update transactions
set response_code = ['R01', 'R02', 'R08', 'R10'][cast(1 + txn_id // 4 % 4 as bigint)]
where payment_method = 'ach' and response_code not in ('00', 'ZZ');

-- Card numbers tried out at one merchant, on two days, and on one of them by two methods.
insert into transactions
select
    cast(2000 + i as bigint) as txn_id,
    cast(2000 + i as bigint) as payment_id,
    1 as attempt_no,
    timestamp '2024-04-16 08:00:00' + to_days(cast(i % 5 // 2 % 2 as integer)) + to_seconds(cast(i as integer)) as ts,
    7 as merchant_id,
    1000 + i as customer_id,
    'ecom' as channel,
    if(i % 2 = 0, 'card', 'wallet') as payment_method,
    'visa' as card_brand,
    'US' as card_country,
    false as is_authenticated,
    1.00 as amount,
    i % 5 = 0 as approved,
    case when i % 5 = 0 then '00' when i % 9 = 0 then '91' else '14' end as response_code,
    if(i % 5 = 0, null, 'invalid_card') as decline_reason,
    0.07 as fee,
    0.03 as interchange_fee,
    0.01 as scheme_fee
from range(110) as ids (i);

-- An empty month, empty days, and a merchant that pauses for long and returns.
delete from transactions
where
    month(ts) = 3
    or (month(ts) = 5 and day(ts) between 3 and 6)
    or (merchant_id = 5 and month(ts) between 2 and 4)
    or (merchant_id = 6 and ts > timestamp '2024-02-01');

create table refunds as
select
    txn_id * 2 + part as refund_id,
    txn_id,
    merchant_id,
    ts + to_days(cast(3 + part * 31 as integer)) as ts,
    cast(amount / 3 as decimal(18, 2)) as amount,
    'returned' as reason
from transactions, range(2) as parts (part)
where txn_id % 9 = 0;

create table disputes as
select
    txn_id as dispute_id,
    txn_id,
    merchant_id,
    ts + to_days(cast(txn_id % 140 as integer)) as opened_at,
    amount,
    if(txn_id % 35 = 0, null, ['fraud', 'not received'][cast(1 + txn_id % 2 as bigint)]) as reason,
    txn_id % 2 = 0 as is_fraud,
    ['open', 'won', 'lost'][cast(1 + txn_id % 3 as bigint)] as status,
    if(txn_id % 3 = 0, null, ts + to_days(cast(20 + txn_id % 140 as integer))) as resolved_at
from transactions
where txn_id % 7 = 0;
