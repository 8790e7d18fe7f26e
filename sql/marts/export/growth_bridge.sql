-- Exports the mart growth_bridge as CSV and Parquet.
copy mart_growth_bridge to (getvariable('data_dir') || '/marts/growth_bridge.csv')
(format csv, header);

copy mart_growth_bridge to (getvariable('data_dir') || '/marts/growth_bridge.parquet')
(format parquet);
