-- Exports the mart activation_monthly as CSV and Parquet.
copy mart_activation_monthly to (getvariable('data_dir') || '/marts/activation_monthly.csv')
(format csv, header);

copy mart_activation_monthly to (getvariable('data_dir') || '/marts/activation_monthly.parquet')
(format parquet);
