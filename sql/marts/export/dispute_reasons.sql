-- Exports the mart dispute_reasons as CSV and Parquet.
copy mart_dispute_reasons to (getvariable('data_dir') || '/marts/dispute_reasons.csv')
(format csv, header);

copy mart_dispute_reasons to (getvariable('data_dir') || '/marts/dispute_reasons.parquet')
(format parquet);
