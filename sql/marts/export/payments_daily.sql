-- Exports the mart payments_daily as CSV and Parquet.
copy mart_payments_daily to (getvariable('data_dir') || '/marts/payments_daily.csv') (format csv, header);

copy mart_payments_daily to (getvariable('data_dir') || '/marts/payments_daily.parquet') (format parquet);
