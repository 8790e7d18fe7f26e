-- question: Are the raw files those that the manifest lists, none missing and none more?
-- table: raw_files; columns: file_path; grain: file_path
-- dimension: consistency; severity: error
-- threshold: 0 files: a lost file is lost money, a second copy is double; 1 stands for a difference
with data_files as (
    select file_path
    from raw_files
    where file_path like '%.parquet'
)

select
    file_path,
    case when data_files.file_path is null or qa_manifest.file_path is null then 1 else 0 end
        as observed
from data_files
full outer join qa_manifest using (file_path)  -- noqa: ST07
where (select count(listed.file_path) > 0 from qa_manifest as listed);
