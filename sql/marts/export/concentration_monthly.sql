-- Exports the mart concentration_monthly as CSV and Parquet.
copy mart_concentration_monthly to (getvariable('data_dir') || '/marts/concentration_monthly.csv')
(format csv, header);

copy mart_concentration_monthly to (getvariable('data_dir') || '/marts/concentration_monthly.parquet')
(format parquet);
