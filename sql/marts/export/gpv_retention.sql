-- Exports the mart gpv_retention as CSV and Parquet.
copy mart_gpv_retention to (getvariable('data_dir') || '/marts/gpv_retention.csv')
(format csv, header);

copy mart_gpv_retention to (getvariable('data_dir') || '/marts/gpv_retention.parquet')
(format parquet);
