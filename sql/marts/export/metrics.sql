-- Exports the mart metrics as CSV and Parquet.
copy mart_metrics to (getvariable('data_dir') || '/marts/metrics.csv')
(format csv, header);

copy mart_metrics to (getvariable('data_dir') || '/marts/metrics.parquet')
(format parquet);
