-- The mart gpv_retention: in the order of its key, built once for checks and files.
create or replace temp table mart_gpv_retention as
select * from v_gpv_retention
order by signup_month, month_index;
