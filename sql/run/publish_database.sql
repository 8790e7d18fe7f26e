-- Replaces what the last run published by what this one has built, all at once: whoever reads the
-- database sees the one or the other.
.read sql/run/drop_published.sql

begin transaction;

.read data/processed/drop_published.sql

copy from database staging to analytics;

commit;
