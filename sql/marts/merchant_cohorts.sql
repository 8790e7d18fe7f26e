-- Exports v_merchant_cohorts as CSV and Parquet: ordered, and computed once for both.
create or replace temp table mart_merchant_cohorts as
select * from v_merchant_cohorts
order by signup_month, month_index;

copy mart_merchant_cohorts to (getvariable('data_dir') || '/marts/merchant_cohorts.csv') (format csv, header);

copy mart_merchant_cohorts to (getvariable('data_dir') || '/marts/merchant_cohorts.parquet') (format parquet);

drop table mart_merchant_cohorts;
