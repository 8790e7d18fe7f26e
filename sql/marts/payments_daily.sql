-- The mart payments_daily: in the order of its key, built once for checks and files.
create or replace temp table mart_payments_daily as
select * from fct_payments_daily
order by day, region, industry, merchant_size, channel, payment_method;
