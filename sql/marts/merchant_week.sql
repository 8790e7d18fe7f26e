-- The mart merchant_week: in the order of its key, built once for checks and files.
create or replace temp table mart_merchant_week as
select * from fct_merchant_week
order by merchant_id, week_start;
