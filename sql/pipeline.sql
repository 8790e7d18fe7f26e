-- The main job, from parameters to marts: this file is nothing but the run order, top to bottom.
-- From the repository root, after `make install`: duckdb -unsigned -cmd "LOAD payments" -f sql/pipeline.sql
-- Parameters by SET VARIABLE before it (sql/run/parameters.sql); own data: sql/pipeline_files.sql.
.mode list
.headers off

.read sql/run/parameters.sql
.read sql/run/directories.sql
.read data/processed/open_database.sql
.read sql/run/begin.sql

set variable step = 'generate';
.read sql/staging/generated/account_managers.sql
.read sql/staging/generated/campaigns.sql
.read sql/staging/generated/merchants.sql
.read sql/staging/generated/customers.sql
.read sql/staging/generated/transactions.sql
.read sql/run/step_done.sql

set variable step = 'write raw files';
.read sql/staging/generated/raw_files.sql
.read sql/run/step_done.sql

.read sql/pipeline_from_tables.sql
