-- Exports the mart chargebacks_monthly as CSV and Parquet.
copy mart_chargebacks_monthly to (getvariable('data_dir') || '/marts/chargebacks_monthly.csv')
(format csv, header);

copy mart_chargebacks_monthly to (getvariable('data_dir') || '/marts/chargebacks_monthly.parquet')
(format parquet);
