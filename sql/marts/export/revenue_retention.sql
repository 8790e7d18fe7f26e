-- Exports the mart revenue_retention as CSV and Parquet.
copy mart_revenue_retention to (getvariable('data_dir') || '/marts/revenue_retention.csv')
(format csv, header);

copy mart_revenue_retention to (getvariable('data_dir') || '/marts/revenue_retention.parquet')
(format parquet);
