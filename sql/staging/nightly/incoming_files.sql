-- Which files brought the days from first_day to night? Grain: file. Each day has a folder of its
-- own, incoming_dir/2024-03-01/, with transactions.parquet; every other table may be missing:
-- nothing new.
create or replace temp table incoming_files as
select
    file as file_name,
    regexp_extract(file, '/([a-z_]+)\.parquet$', 1) as table_name,
    cast(regexp_extract(file, '/(\d{4}-\d\d-\d\d)/[a-z_]+\.parquet$', 1) as date) as day
from
    glob(
        coalesce(getvariable('incoming_dir'), getvariable('data_dir') || '/none') || '/*/*.parquet'
    )
where
    regexp_matches(file, '/\d{4}-\d\d-\d\d/[a-z_]+\.parquet$')
    and regexp_extract(file, '/(\d{4}-\d\d-\d\d)/[a-z_]+\.parquet$', 1)
    between cast(getvariable('first_day') as varchar) and cast(getvariable('night') as varchar);

with days as (
    select cast(unnest(generate_series(
        cast(getvariable('first_day') as timestamp),
        cast(getvariable('night') as timestamp),
        interval 1 day
    )) as date) as day
)

select
    error(
        getvariable('incoming_dir') || '/' || min(days.day) || '/transactions.parquet is missing: '
        || count(*) || ' day(s) up to ' || getvariable('night') || ' were not delivered'
    )
from days
anti join incoming_files
    on days.day = incoming_files.day and incoming_files.table_name = 'transactions'
where getvariable('incoming_dir') is not null
having count(*) > 0;
