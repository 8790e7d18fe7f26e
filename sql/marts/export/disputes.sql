-- Exports the mart disputes as Parquet alone: too long to be read as CSV.
copy mart_disputes to (getvariable('data_dir') || '/marts/disputes.parquet') (format parquet);
