-- Runs the checks named by the variable `checks`, keeps their verdicts, and stops at an error.
.read sql/quality/qa_results.sql
.read sql/quality/export/qa_results.sql
.read sql/run/stop_on_errors.sql
