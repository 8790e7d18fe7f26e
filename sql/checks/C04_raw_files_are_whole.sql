-- question: Is every raw Parquet file whole, from its first four bytes to its last?
-- table: raw_files; columns: *; grain: file_path
-- dimension: contract; severity: error
-- threshold: 0 files: a transfer that broke off leaves no end mark
select
    file_path,
    size_bytes
from raw_files
where
    file_path like '%.parquet'
    and not is_parquet;
