-- Makes the data directories and writes the statement that opens the database beside them.
-- A partitioned COPY of no rows makes a directory and nothing else; ATTACH takes no variable before
-- DuckDB 2.0, so its text is written to a file, which the pipeline reads next.
copy (select 0 as value, 0 as part where false) to (getvariable('data_dir'))
(format csv, partition_by (part), overwrite_or_ignore);

copy (select 0 as value, 0 as part where false) to (getvariable('data_dir') || '/raw')
(format csv, partition_by (part), overwrite_or_ignore);

copy (select 0 as value, 0 as part where false) to (getvariable('data_dir') || '/processed')
(format csv, partition_by (part), overwrite_or_ignore);

copy (select 0 as value, 0 as part where false) to (getvariable('data_dir') || '/marts')
(format csv, partition_by (part), overwrite_or_ignore);

copy (select 0 as value, 0 as part where false) to (getvariable('data_dir') || '/processed/quarantine')
(format csv, partition_by (part), overwrite_or_ignore);

copy (
    select
        'attach if not exists '''
        || replace(getvariable('data_dir'), '''', '''''')
        || '/analytics.duckdb'' as analytics (storage_version ''v1.2.0'');'
) to 'data/processed/open_database.sql' (
    format csv, header false, quote '', escape '', delimiter E'\x1f'
);
