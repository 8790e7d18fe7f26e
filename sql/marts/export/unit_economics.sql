-- Exports the mart unit_economics as CSV and Parquet.
copy mart_unit_economics to (getvariable('data_dir') || '/marts/unit_economics.csv')
(format csv, header);

copy mart_unit_economics to (getvariable('data_dir') || '/marts/unit_economics.parquet')
(format parquet);
