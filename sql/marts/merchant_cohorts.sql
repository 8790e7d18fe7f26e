-- The mart merchant_cohorts: in the order of its key, built once for checks and files.
create or replace temp table mart_merchant_cohorts as
select * from v_merchant_cohorts
order by signup_month, month_index;
