-- Exports the mart kpi_monthly as CSV and Parquet.
copy mart_kpi_monthly to (getvariable('data_dir') || '/marts/kpi_monthly.csv') (format csv, header);

copy mart_kpi_monthly to (getvariable('data_dir') || '/marts/kpi_monthly.parquet') (format parquet);
