-- The mart kpi_daily: in the order of its key, built once for checks and files.
create or replace temp table mart_kpi_daily as
select * from v_kpi_daily
order by day;
