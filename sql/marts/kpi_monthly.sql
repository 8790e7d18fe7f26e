-- Exports v_kpi_monthly as CSV and Parquet: ordered, and computed once for both.
create or replace temp table mart_kpi_monthly as
select * from v_kpi_monthly
order by month;

copy mart_kpi_monthly to (getvariable('data_dir') || '/marts/kpi_monthly.csv') (format csv, header);

copy mart_kpi_monthly to (getvariable('data_dir') || '/marts/kpi_monthly.parquet') (format parquet);

drop table mart_kpi_monthly;
