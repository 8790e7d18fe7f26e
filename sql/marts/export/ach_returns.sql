-- Exports the mart ach_returns as CSV and Parquet.
copy mart_ach_returns to (getvariable('data_dir') || '/marts/ach_returns.csv')
(format csv, header);

copy mart_ach_returns to (getvariable('data_dir') || '/marts/ach_returns.parquet')
(format parquet);
