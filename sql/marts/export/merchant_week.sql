-- Exports the mart merchant_week as Parquet alone: too long to be read as CSV.
copy mart_merchant_week to (getvariable('data_dir') || '/marts/merchant_week.parquet')
(format parquet);
