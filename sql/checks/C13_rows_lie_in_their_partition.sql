-- question: Does every transaction file hold instants of its own month only?
-- table: raw_contents; columns: ts; grain: file_path
-- dimension: validity; severity: error
-- threshold: 0 files: a filter on the folder would miss the rows
with partitions as (
    select
        file_path,
        first_ts,
        last_ts,
        regexp_extract(file_path, '/year=([0-9]+)/', 1) || '-'
        || regexp_extract(file_path, '/month=([0-9]+)/', 1) as folder_month
    from raw_contents
    where file_path like 'raw/transactions/%'
)

select
    file_path,
    first_ts,
    last_ts
from partitions
where
    strftime(first_ts, '%Y-%m') <> folder_month
    or strftime(last_ts, '%Y-%m') <> folder_month;
