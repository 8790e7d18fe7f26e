-- Exports v_kpi_daily as CSV and Parquet: ordered, and computed once for both.
create or replace temp table mart_kpi_daily as
select * from v_kpi_daily
order by day;

copy mart_kpi_daily to (getvariable('data_dir') || '/marts/kpi_daily.csv') (format csv, header);

copy mart_kpi_daily to (getvariable('data_dir') || '/marts/kpi_daily.parquet') (format parquet);

drop table mart_kpi_daily;
