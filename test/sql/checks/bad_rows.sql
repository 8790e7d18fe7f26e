-- Plants bad rows in the good data, and the variable that sets them aside.
update transactions set amount = -1 where txn_id in (11, 12);

update transactions set merchant_id = 9999 where txn_id = 12;

update transactions set customer_id = null where txn_id = 13;

insert into transactions select * from transactions where txn_id = 24;

update merchants set industry = 'Crypto' where merchant_id = 7;

update customers set join_date = date '1900-01-01' where customer_id = 8;

create temp table rows_before as
select
    (select count(*) from transactions) as transactions,
    (select count(*) from merchants) as merchants,
    (select count(*) from transactions where merchant_id = 7) as transactions_of_merchant_7,
    (select count(*) from transactions where customer_id = 8) as transactions_of_customer_8;

set variable on_bad_rows = 'quarantine';
