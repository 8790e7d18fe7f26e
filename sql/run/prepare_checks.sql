-- What every quality check needs: its settings, the macros that run it, the last good run.
.read sql/quality/qa_settings.sql
.read sql/quality/qa_baseline.sql
.read sql/run/recall.sql
.read sql/quality/qa_settings_text.sql
.read sql/quality/qa_checks.sql
.read sql/quality/qa_rows.sql
