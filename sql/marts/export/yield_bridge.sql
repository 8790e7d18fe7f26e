-- Exports the mart yield_bridge as CSV and Parquet.
copy mart_yield_bridge to (getvariable('data_dir') || '/marts/yield_bridge.csv')
(format csv, header);

copy mart_yield_bridge to (getvariable('data_dir') || '/marts/yield_bridge.parquet')
(format parquet);
