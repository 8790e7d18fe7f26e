-- The world that the claims are measured on: the year 2024, by the variables `seed` and `rows`.
-- `attempts` are the transactions with what their merchants are; `calm` are those of the same world without incidents.
-- A claim says between which bounds, both included and NULL for none, a measured figure must lie.
create or replace sequence claim_numbers;

create or replace table claims (
    claim_number integer default nextval('claim_numbers'),
    topic varchar default getvariable('topic'),
    claim varchar,
    least double,
    most double,
    measured double
);

create or replace table merchants as
select * from gen_merchants(seed := getvariable('seed'), enums := true);

create or replace table campaigns as
select * from gen_campaigns(seed := getvariable('seed'), enums := true);

create or replace table incidents as
select * from truth_incidents('2024-01-01', '2024-12-31', seed := getvariable('seed'));

create or replace table transactions as
select *
from gen_transactions(
    getvariable('rows'), '2024-01-01', '2024-12-31', seed := getvariable('seed'), enums := true
);

create or replace table refunds as
select *
from gen_refunds(
    getvariable('rows'), '2024-01-01', '2024-12-31', seed := getvariable('seed'), enums := true
);

create or replace table disputes as
select *
from gen_disputes(
    getvariable('rows'), '2024-01-01', '2024-12-31', seed := getvariable('seed'), enums := true
);

create or replace table truth as
select *
from truth_transactions(
    getvariable('rows'), '2024-01-01', '2024-12-31', seed := getvariable('seed'), enums := true
);

create or replace table lives as
select * from truth_merchants(seed := getvariable('seed'), enums := true);

create or replace table calm as
select
    *,
    channel = 'ecom' and payment_method = 'wallet' as is_web_wallet
from gen_transactions(
    getvariable('rows'),
    '2024-01-01',
    '2024-12-31',
    seed := getvariable('seed'),
    incidents := false,
    enums := true
)
where month(ts) <= 3 or month(ts) >= 11;

create or replace view attempts as
select
    transactions.*,
    merchants.* exclude (merchant_id),
    case when approved then amount else 0 end as gpv,
    fee - interchange_fee - scheme_fee as net_revenue,
    cast(approved as integer) as is_approved
from transactions
inner join merchants on transactions.merchant_id = merchants.merchant_id;
