-- How many rows does each raw Parquet file hold, and from when to when? Grain: file; instants are
-- those of column ts as the file's own statistics tell. Source: variable data_dir.
create or replace temp table raw_contents as
with groups as (
    select
        file_name,
        row_group_id,
        max(row_group_num_rows) as row_count,
        max(case when path_in_schema = 'ts' then stats_min_value end) as first_ts,
        max(case when path_in_schema = 'ts' then stats_max_value end) as last_ts
    from parquet_metadata(getvariable('data_dir') || '/raw/**/*.parquet')
    group by
        file_name,
        row_group_id
),

files as (
    select
        file_name,
        num_rows
    from parquet_file_metadata(getvariable('data_dir') || '/raw/**/*.parquet')
)

select
    substr(files.file_name, length(getvariable('data_dir')) + 2) as file_path,
    max(files.num_rows) as row_count,
    min(try_cast(groups.first_ts as timestamp)) as first_ts,
    max(try_cast(groups.last_ts as timestamp)) as last_ts
from files
left join groups on files.file_name = groups.file_name
group by files.file_name;
