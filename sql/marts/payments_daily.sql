-- The mart payments_daily: a view, since its source is a table in the order of its key.
create or replace temp view mart_payments_daily as
select * from fct_payments_daily;
