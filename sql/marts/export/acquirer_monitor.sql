-- Exports the mart acquirer_monitor as CSV and Parquet.
copy mart_acquirer_monitor to (getvariable('data_dir') || '/marts/acquirer_monitor.csv')
(format csv, header);

copy mart_acquirer_monitor to (getvariable('data_dir') || '/marts/acquirer_monitor.parquet')
(format parquet);
