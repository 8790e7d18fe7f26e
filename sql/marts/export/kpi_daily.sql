-- Exports the mart kpi_daily as CSV and Parquet.
copy mart_kpi_daily to (getvariable('data_dir') || '/marts/kpi_daily.csv') (format csv, header);

copy mart_kpi_daily to (getvariable('data_dir') || '/marts/kpi_daily.parquet') (format parquet);
