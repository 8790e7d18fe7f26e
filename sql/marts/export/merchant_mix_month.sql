-- Exports the mart merchant_mix_month as Parquet alone: too long to be read as CSV.
copy mart_merchant_mix_month to (getvariable('data_dir') || '/marts/merchant_mix_month.parquet')
(format parquet);
