-- question: Does every raw file hold rows?
-- table: raw_contents; columns: *; grain: file_path
-- dimension: completeness; severity: error
-- threshold: 0 files: an empty file is a job that failed without saying so
select file_path
from raw_contents
where row_count = 0;
