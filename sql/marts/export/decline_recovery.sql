-- Exports the mart decline_recovery as CSV and Parquet.
copy mart_decline_recovery to (getvariable('data_dir') || '/marts/decline_recovery.csv')
(format csv, header);

copy mart_decline_recovery to (getvariable('data_dir') || '/marts/decline_recovery.parquet')
(format parquet);
