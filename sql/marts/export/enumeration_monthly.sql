-- Exports the mart enumeration_monthly as CSV and Parquet.
copy mart_enumeration_monthly to (getvariable('data_dir') || '/marts/enumeration_monthly.csv')
(format csv, header);

copy mart_enumeration_monthly to (getvariable('data_dir') || '/marts/enumeration_monthly.parquet')
(format parquet);
