-- Exports the mart refund_triangle as CSV and Parquet.
copy mart_refund_triangle to (getvariable('data_dir') || '/marts/refund_triangle.csv')
(format csv, header);

copy mart_refund_triangle to (getvariable('data_dir') || '/marts/refund_triangle.parquet')
(format parquet);
