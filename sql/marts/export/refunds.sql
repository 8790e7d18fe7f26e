-- Exports the mart refunds as Parquet alone: too long to be read as CSV.
copy mart_refunds to (getvariable('data_dir') || '/marts/refunds.parquet') (format parquet);
