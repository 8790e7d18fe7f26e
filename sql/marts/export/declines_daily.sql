-- Exports the mart declines_daily as Parquet alone: too long to be read as CSV.
copy mart_declines_daily to (getvariable('data_dir') || '/marts/declines_daily.parquet')
(format parquet);
