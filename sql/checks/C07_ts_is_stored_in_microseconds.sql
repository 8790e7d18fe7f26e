-- question: Is every instant stored in microseconds?
-- table: raw_columns; columns: ts; grain: file_path, column_name
-- dimension: contract; severity: error
-- threshold: 0 columns: Spark cannot read nanoseconds, and a double loses them
select
    file_path,
    column_name,
    physical_type,
    converted_type
from raw_columns
where
    column_name in ('ts', 'opened_at', 'resolved_at')
    and (physical_type <> 'INT64' or logical_type not like '%MICROS=MicroSeconds%')
    and converted_type <> 'TIMESTAMP_MICROS';
