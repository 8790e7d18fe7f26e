-- Exports the mart merchant_churn as Parquet alone: too long to be read as CSV.
copy mart_merchant_churn to (getvariable('data_dir') || '/marts/merchant_churn.parquet')
(format parquet);
