-- The main job on raw files that are there, your own or generated: check, read, measure, check, publish.
-- From the repository root: duckdb -unsigned -cmd "LOAD payments" -f sql/pipeline_files.sql
-- The files lie under raw/ of the data directory, in the shape of docs/data-model.md. Rows that fail
-- a check stop the run, or are set aside after SET VARIABLE on_bad_rows = 'quarantine'.
.mode list
.headers off

set variable given_start_date = cast(cast(getvariable('start_date') as varchar) as date);
set variable given_end_date = cast(cast(getvariable('end_date') as varchar) as date);
.read sql/run/parameters.sql
.read sql/run/directories.sql
.read data/processed/open_database.sql
.read sql/run/open_staging.sql
.read sql/run/begin.sql

set variable step = 'check files';
.read sql/run/prepare_checks.sql
.read sql/run/check_raw_files.sql
.read sql/run/step_done.sql

set variable step = 'load files';
.read sql/staging/files/account_managers.sql
.read sql/staging/files/campaigns.sql
.read sql/staging/files/merchants.sql
.read sql/staging/files/customers.sql
.read sql/staging/files/transactions.sql
.read sql/staging/files/refunds.sql
.read sql/staging/files/disputes.sql
.read sql/run/step_done.sql

set variable step = 'check contract';
.read sql/run/check_contract.sql
.read sql/staging/files/window.sql
.read sql/run/step_done.sql

set variable step = 'set rows aside';
.read sql/run/quarantine.sql
.read sql/run/step_done.sql

.read sql/run/measure_and_check.sql
.read sql/run/publish_marts.sql
