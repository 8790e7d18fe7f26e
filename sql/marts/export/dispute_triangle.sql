-- Exports the mart dispute_triangle as CSV and Parquet.
copy mart_dispute_triangle to (getvariable('data_dir') || '/marts/dispute_triangle.csv')
(format csv, header);

copy mart_dispute_triangle to (getvariable('data_dir') || '/marts/dispute_triangle.parquet')
(format parquet);
