-- Exports the mart merchant_survival as CSV and Parquet.
copy mart_merchant_survival to (getvariable('data_dir') || '/marts/merchant_survival.csv')
(format csv, header);

copy mart_merchant_survival to (getvariable('data_dir') || '/marts/merchant_survival.parquet')
(format parquet);
