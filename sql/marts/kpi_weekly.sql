-- The mart kpi_weekly: in the order of its key, built once for checks and files.
create or replace temp table mart_kpi_weekly as
select * from v_kpi_weekly
order by week_start;
