-- Exports the mart unit_economics_monthly as CSV and Parquet.
copy mart_unit_economics_monthly to (getvariable('data_dir') || '/marts/unit_economics_monthly.csv')
(format csv, header);

copy mart_unit_economics_monthly to (
    getvariable('data_dir') || '/marts/unit_economics_monthly.parquet'
)
(format parquet);
