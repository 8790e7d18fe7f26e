-- Exports the mart account_manager_scorecard as CSV and Parquet.
copy mart_account_manager_scorecard to (getvariable('data_dir') || '/marts/account_manager_scorecard.csv')
(format csv, header);

copy mart_account_manager_scorecard to (getvariable('data_dir') || '/marts/account_manager_scorecard.parquet')
(format parquet);
