-- Exports the mart churn_monthly as CSV and Parquet.
copy mart_churn_monthly to (getvariable('data_dir') || '/marts/churn_monthly.csv')
(format csv, header);

copy mart_churn_monthly to (getvariable('data_dir') || '/marts/churn_monthly.parquet')
(format parquet);
