-- Exports the mart payments_daily as Parquet alone: too long to be read as CSV.
copy mart_payments_daily to (getvariable('data_dir') || '/marts/payments_daily.parquet')
(format parquet);
