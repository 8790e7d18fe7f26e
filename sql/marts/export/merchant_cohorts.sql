-- Exports the mart merchant_cohorts as CSV and Parquet.
copy mart_merchant_cohorts to (getvariable('data_dir') || '/marts/merchant_cohorts.csv') (format csv, header);

copy mart_merchant_cohorts to (getvariable('data_dir') || '/marts/merchant_cohorts.parquet') (format parquet);
