-- The main job, from parameters to marts: this file is nothing but the run order, top to bottom.
-- From the repository root: duckdb -unsigned -cmd "LOAD payments" -f sql/pipeline.sql
-- Parameters by SET VARIABLE before it, see sql/run/parameters.sql; own files: sql/pipeline_files.sql.
.mode list
.headers off

.read sql/run/parameters.sql
.read sql/run/announce.sql
.read sql/run/directories.sql
.read sql/run/keep_foreign_files.sql
.read data/processed/open_database.sql
.read sql/run/open_staging.sql
.read sql/run/begin.sql

set variable step = 'generate';
.read sql/staging/generated/account_managers.sql
.read sql/staging/generated/campaigns.sql
.read sql/staging/generated/merchants.sql
.read sql/staging/generated/customers.sql
.read sql/staging/generated/transactions.sql
.read sql/staging/generated/refunds.sql
.read sql/staging/generated/disputes.sql
.read sql/run/step_done.sql

set variable step = 'check contract';
.read sql/run/prepare_checks.sql
.read sql/run/expect_rows.sql
.read sql/run/check_contract.sql
.read sql/run/step_done.sql

.read sql/run/measure_and_check.sql

set variable step = 'write raw files';
.read sql/staging/generated/raw_files.sql
.read data/processed/write_transactions.sql
.read sql/run/step_done.sql

set variable step = 'write manifest';
.read sql/quality/manifest.sql
.read sql/quality/export/manifest.sql
.read sql/run/step_done.sql

.read sql/run/publish_marts.sql
