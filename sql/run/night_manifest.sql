-- The manifest of last night still answers for its files: only new and replaced ones are measured anew.
-- A day's part that was changed or lost since then is found by the gate.
.read sql/quality/qa_manifest.sql
.read sql/quality/manifest.sql

create or replace temp table manifest as
with kept as (
    select *
    from qa_manifest
    where table_name = 'transactions'
)

from kept
union all by name
select *
from manifest
where file_path not in (select kept.file_path from kept);

.read sql/quality/export/manifest.sql
