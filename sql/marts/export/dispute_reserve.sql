-- Exports the mart dispute_reserve as CSV and Parquet.
copy mart_dispute_reserve to (getvariable('data_dir') || '/marts/dispute_reserve.csv')
(format csv, header);

copy mart_dispute_reserve to (getvariable('data_dir') || '/marts/dispute_reserve.parquet')
(format parquet);
