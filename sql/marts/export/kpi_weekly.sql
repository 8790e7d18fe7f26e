-- Exports the mart kpi_weekly as CSV and Parquet.
copy mart_kpi_weekly to (getvariable('data_dir') || '/marts/kpi_weekly.csv') (format csv, header);

copy mart_kpi_weekly to (getvariable('data_dir') || '/marts/kpi_weekly.parquet') (format parquet);
