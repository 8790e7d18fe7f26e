-- question: Do all transaction files store the same columns in the same way?
-- table: raw_columns; columns: column_name, physical_type; grain: file_path
-- dimension: contract; severity: error
-- threshold: 0 files: a column that changes its type halfway is cast in silence
with schemas as (
    select
        file_path,
        string_agg(
            column_name || ' ' || physical_type || ' ' || converted_type, ', '
            order by column_name
        ) as stored_columns
    from raw_columns
    where file_path like 'raw/transactions/%'
    group by file_path
),

commonest as (
    select mode(stored_columns) as stored_columns
    from schemas
)

select
    schemas.file_path,
    schemas.stored_columns
from schemas
cross join commonest
where schemas.stored_columns <> commonest.stored_columns;
