-- Exports the mart cohort_months as Parquet alone: too long to be read as CSV.
copy mart_cohort_months to (getvariable('data_dir') || '/marts/cohort_months.parquet')
(format parquet);
