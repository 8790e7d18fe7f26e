-- Exports the mart money_monthly as CSV and Parquet.
copy mart_money_monthly to (getvariable('data_dir') || '/marts/money_monthly.csv')
(format csv, header);

copy mart_money_monthly to (getvariable('data_dir') || '/marts/money_monthly.parquet')
(format parquet);
