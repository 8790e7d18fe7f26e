-- Exports the mart retry_compliance as CSV and Parquet.
copy mart_retry_compliance to (getvariable('data_dir') || '/marts/retry_compliance.csv')
(format csv, header);

copy mart_retry_compliance to (getvariable('data_dir') || '/marts/retry_compliance.parquet')
(format parquet);
