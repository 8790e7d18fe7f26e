-- The gate before publishing: every check, on the tables and marts as built. What passes becomes the
-- baseline of the next run.
.read sql/quality/qa_hours.sql
.read sql/quality/qa_mix.sql
.read sql/quality/qa_amounts.sql
.read sql/quality/qa_merchant_totals.sql
.read sql/quality/qa_customer_mix.sql
.read sql/quality/qa_profile.sql
set variable checks = null;
.read sql/run/gate.sql
.read sql/run/say_passed.sql

.read sql/quality/next_baseline.sql
.read sql/quality/meta_qa_results.sql
.read sql/quality/v_qa_history.sql
