-- Exports v_kpi_weekly as CSV and Parquet: ordered, and computed once for both.
create or replace temp table mart_kpi_weekly as
select * from v_kpi_weekly
order by week_start;

copy mart_kpi_weekly to (getvariable('data_dir') || '/marts/kpi_weekly.csv') (format csv, header);

copy mart_kpi_weekly to (getvariable('data_dir') || '/marts/kpi_weekly.parquet') (format parquet);

drop table mart_kpi_weekly;
