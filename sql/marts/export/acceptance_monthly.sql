-- Exports the mart acceptance_monthly as CSV and Parquet.
copy mart_acceptance_monthly to (getvariable('data_dir') || '/marts/acceptance_monthly.csv')
(format csv, header);

copy mart_acceptance_monthly to (getvariable('data_dir') || '/marts/acceptance_monthly.parquet')
(format parquet);
