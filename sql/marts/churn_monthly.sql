-- The mart churn_monthly: in the order of its key, built once for checks and files.
create or replace temp table mart_churn_monthly as
select * from v_churn_monthly
order by month;
