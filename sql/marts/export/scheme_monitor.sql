-- Exports the mart scheme_monitor as CSV and Parquet.
copy mart_scheme_monitor to (getvariable('data_dir') || '/marts/scheme_monitor.csv')
(format csv, header);

copy mart_scheme_monitor to (getvariable('data_dir') || '/marts/scheme_monitor.parquet')
(format parquet);
