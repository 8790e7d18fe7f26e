-- question: Does every raw file hold rows?
-- table: raw_contents; columns: *; grain: file_path
-- dimension: completeness; severity: error
-- threshold: 0 files: an empty one is a job that failed; refunds and disputes may be none
select file_path
from raw_contents
where
    row_count = 0
    and not regexp_matches(file_path, '^raw/(refunds|disputes)');
