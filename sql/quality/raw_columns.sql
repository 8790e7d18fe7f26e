-- Which columns does each raw Parquet file store, and how? Grain: file x column.
-- Source: variable data_dir; run it once C04 has passed, since it opens every file.
create or replace temp table raw_columns as
select
    substr(file_name, length(getvariable('data_dir')) + 2) as file_path,
    name as column_name,
    type as physical_type,
    coalesce(converted_type, '') as converted_type,
    coalesce(logical_type, '') as logical_type
from parquet_schema(getvariable('data_dir') || '/raw/**/*.parquet')
where type is not null;
