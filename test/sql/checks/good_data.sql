-- Good data of the five tables of the contract: two months of a small generated world.
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
