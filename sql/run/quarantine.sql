-- Sets aside rows that fail a check, when on_bad_rows is 'quarantine': parents first, so that their
-- orphans follow. The rows are written with the ids of the checks, one folder for each run.
.read sql/schema/response_codes.sql
.read sql/schema/dim_calendar.sql
set variable qa_settings = qa_settings_text();
.read sql/quality/quarantine/account_managers.sql
.read sql/quality/quarantine/campaigns.sql
.read sql/quality/quarantine/merchants.sql
.read sql/quality/quarantine/customers.sql
.read sql/quality/quarantine/transactions.sql
.read sql/quality/quarantine/refunds.sql
.read sql/quality/quarantine/disputes.sql
.read sql/quality/quarantine/qa_quarantine.sql
.read sql/quality/export/quarantine_account_managers.sql
.read sql/quality/export/quarantine_campaigns.sql
.read sql/quality/export/quarantine_merchants.sql
.read sql/quality/export/quarantine_customers.sql
.read sql/quality/export/quarantine_transactions.sql
.read sql/quality/export/quarantine_refunds.sql
.read sql/quality/export/quarantine_disputes.sql
.read sql/run/say_quarantined.sql
