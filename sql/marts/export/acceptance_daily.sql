-- Exports the mart acceptance_daily as Parquet alone: too long to be read as CSV.
copy mart_acceptance_daily to (getvariable('data_dir') || '/marts/acceptance_daily.parquet')
(format parquet);
