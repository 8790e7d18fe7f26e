-- Exports the mart decline_classes as CSV and Parquet.
copy mart_decline_classes to (getvariable('data_dir') || '/marts/decline_classes.csv')
(format csv, header);

copy mart_decline_classes to (getvariable('data_dir') || '/marts/decline_classes.parquet')
(format parquet);
