-- The mart concentration_monthly: in the order of its key, built once for checks and files.
create or replace temp table mart_concentration_monthly as
select * from v_concentration_monthly
order by month;
