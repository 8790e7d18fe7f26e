-- question: Has every raw file the size and sha256 that the manifest tells?
-- table: raw_files; columns: sha256, size_bytes; grain: file_path
-- dimension: consistency; severity: error
-- threshold: 0 files: DuckDB reads most flipped bits without noticing; 1 stands for a difference
select
    raw_files.file_path,
    case
        when raw_files.sha256 = qa_manifest.sha256 and raw_files.size_bytes = qa_manifest.size_bytes
            then 0
        else 1
    end as observed
from raw_files
inner join qa_manifest on raw_files.file_path = qa_manifest.file_path;
