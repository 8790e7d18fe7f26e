-- The mart kpi_monthly: in the order of its key, built once for checks and files.
create or replace temp table mart_kpi_monthly as
select * from v_kpi_monthly
order by month;
