-- The mart activation_monthly: in the order of its key, built once for checks and files.
create or replace temp table mart_activation_monthly as
select * from v_activation_monthly
order by signup_month, sales_channel;
