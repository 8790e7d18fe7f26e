-- Exports the mart dispute_lags as CSV and Parquet.
copy mart_dispute_lags to (getvariable('data_dir') || '/marts/dispute_lags.csv')
(format csv, header);

copy mart_dispute_lags to (getvariable('data_dir') || '/marts/dispute_lags.parquet')
(format parquet);
