-- One night: takes in the days from first_day to night, checks the whole raw layer, refreshes database, marts, summary.
-- scripts/nightly.py prepares data_dir as a copy of last night and publishes it afterwards; by hand, for a first night:
-- duckdb -bail -unsigned -cmd "LOAD payments" -cmd "SET VARIABLE data_dir = 'data/night'" \
--     -cmd "SET VARIABLE first_day = '2024-01-01'" -cmd "SET VARIABLE night = '2024-01-31'" -f sql/nightly.sql
-- incoming_dir takes the days from files, incoming_dir/2024-01-31/transactions.parquet, instead of the generator.
.mode list
.headers off

.read sql/run/nightly_parameters.sql
.read sql/run/directories.sql
.read sql/staging/nightly/incoming_files.sql
.read sql/staging/nightly/account_managers.sql
.read sql/staging/nightly/campaigns.sql
.read sql/staging/nightly/merchants.sql
.read sql/staging/nightly/customers.sql
.read sql/staging/nightly/refunds.sql
.read sql/staging/nightly/disputes.sql
.read sql/staging/nightly/transactions.sql
.read data/processed/take_in.sql
.read sql/run/night_manifest.sql

set variable end_date = getvariable('night');
.read sql/pipeline_files.sql

.read sql/story.sql
.read sql/run/publish_findings.sql
.read sql/run/alerts.sql
