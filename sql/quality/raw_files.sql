-- Which raw files are there, and are they whole? Grain: file under raw/ of the data directory.
-- Source: variable data_dir. A Parquet file begins and ends with PAR1; opening one that does not
-- would stop at the first, before the others are known.
create or replace temp table raw_files as
select
    substr(filename, length(getvariable('data_dir')) + 2) as file_path,
    coalesce(
        nullif(regexp_extract(filename, '/raw/(transactions|refunds|disputes)/', 1), ''),
        regexp_extract(filename, '/raw/([a-z_]+)\.[a-z]+$', 1)
    ) as table_name,
    regexp_extract(filename, '/year=([^/]*)/', 1) as year_folder,
    regexp_extract(filename, '/month=([^/]*)/', 1) as month_folder,
    size as size_bytes,
    sha256(content) as sha256,
    size > 12 and content[1:4] = 'PAR1'::blob and content[-4:] = 'PAR1'::blob as is_parquet
from read_blob(getvariable('data_dir') || '/raw/**')
where filename not like '%/.gitkeep';
