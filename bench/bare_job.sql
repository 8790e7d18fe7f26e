-- The main job without views, checks and marts: what it costs to generate 2,000,000 transactions, to store them in the
-- database and as raw files, and to list the files. No plan of the whole job can cost less.
.mode list
.headers off

.read sql/run/parameters.sql
.read sql/run/directories.sql
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

set variable step = 'write database';
.read sql/run/publish_database.sql
.read sql/run/step_done.sql

set variable step = 'write raw files';
.read sql/schema/dim_calendar.sql
.read sql/staging/generated/raw_files.sql
.read data/processed/write_transactions.sql
.read sql/run/step_done.sql

set variable step = 'write manifest';
.read sql/quality/manifest.sql
.read sql/quality/export/manifest.sql
.read sql/run/step_done.sql
