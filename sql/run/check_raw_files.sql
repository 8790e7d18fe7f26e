-- The gate before loading: files are whole, complete and those of the manifest; only then are they
-- opened, which would stop at the first broken one.
.read sql/quality/raw_files.sql
.read sql/quality/qa_manifest.sql
set variable checks = 'raw_files';
.read sql/run/gate.sql

.read sql/run/open_raw_files.sql
.read data/processed/open_raw_files.sql
.read sql/quality/raw_columns.sql
.read sql/quality/raw_contents.sql
set variable checks = 'raw_columns, raw_contents';
.read sql/run/gate.sql
