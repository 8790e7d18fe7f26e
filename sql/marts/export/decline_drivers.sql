-- Exports the mart decline_drivers as CSV and Parquet.
copy mart_decline_drivers to (getvariable('data_dir') || '/marts/decline_drivers.csv') (format csv, header);

copy mart_decline_drivers to (getvariable('data_dir') || '/marts/decline_drivers.parquet') (format parquet);
