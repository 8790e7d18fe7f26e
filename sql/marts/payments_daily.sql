-- Exports fct_payments_daily as CSV and Parquet: ordered, and computed once for both.
create or replace temp table mart_payments_daily as
select * from fct_payments_daily
order by day, region, industry, merchant_size, channel, payment_method;

copy mart_payments_daily to (getvariable('data_dir') || '/marts/payments_daily.csv') (format csv, header);

copy mart_payments_daily to (getvariable('data_dir') || '/marts/payments_daily.parquet') (format parquet);

drop table mart_payments_daily;
