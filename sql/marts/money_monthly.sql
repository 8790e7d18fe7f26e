-- The mart money_monthly: in the order of its key, built once for checks and files.
create or replace temp table mart_money_monthly as
select * from v_money_monthly
order by month;
