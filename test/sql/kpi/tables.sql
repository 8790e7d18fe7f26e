-- Empty tables of the contract, with a plain value for each column that a test does not speak of, and
-- the reference tables. Dates of the window are set by each test.
create table merchants (
    merchant_id bigint,
    merchant_name varchar default 'Shop',
    industry varchar default 'Retail',
    region varchar default 'NA',
    country varchar default 'US',
    merchant_size varchar default 'small',
    sales_channel varchar default 'online',
    signup_date date default date '2023-01-01',
    account_manager_id integer default 1,
    campaign_id integer,
    acquisition_cost decimal(18, 2) default 0
);

create table account_managers (
    account_manager_id integer,
    account_manager_name varchar default 'Manager',
    region varchar default 'NA',
    team varchar default 'NA 1'
);

create table campaigns (
    campaign_id integer,
    campaign_name varchar
);

create table transactions (
    txn_id bigint,
    payment_id bigint,
    attempt_no tinyint default 1,
    ts timestamp,
    merchant_id bigint default 1,
    customer_id bigint default 1,
    amount decimal(18, 2),
    channel varchar default 'ecom',
    payment_method varchar default 'card',
    card_brand varchar default 'visa',
    card_country varchar default 'US',
    is_authenticated boolean default false,
    approved boolean default true,
    response_code varchar default '00',
    decline_reason varchar,
    fee decimal(18, 2) default 0,
    interchange_fee decimal(18, 2) default 0,
    scheme_fee decimal(18, 2) default 0
);

create table refunds (
    refund_id bigint,
    txn_id bigint,
    merchant_id bigint,
    ts timestamp,
    amount decimal(18, 2),
    reason varchar
);

create table disputes (
    dispute_id bigint,
    txn_id bigint,
    merchant_id bigint,
    opened_at timestamp,
    amount decimal(18, 2),
    reason varchar,
    is_fraud boolean,
    status varchar,
    resolved_at timestamp
);

.read sql/schema/response_codes.sql
.read sql/schema/scheme_markets.sql
.read sql/schema/scheme_rules.sql
.read sql/schema/cost_assumptions.sql
.read sql/schema/fee_list.sql
.read sql/schema/discount_factors.sql
.read sql/schema/dim_days.sql
