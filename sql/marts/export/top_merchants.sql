-- Exports the mart top_merchants as CSV and Parquet.
copy mart_top_merchants to (getvariable('data_dir') || '/marts/top_merchants.csv') (format csv, header);

copy mart_top_merchants to (getvariable('data_dir') || '/marts/top_merchants.parquet') (format parquet);
