-- Writes one statement for each raw Parquet file that opens it and reads no row; the pipeline reads
-- them next. A file whose footer is broken stops the run there: DuckDB does not say which of many
-- it could not read. Its error shows some 60 characters before and behind the function: that is why
-- the path stands before it.
copy (
    select
        '/* ' || substr(raw_paths.file_name, length(getvariable('data_dir')) + 2)
        || ' */ from read_parquet('''
        || replace(raw_paths.file_name, '''', '''''')
        || ''') limit 0;' as open_statement
    from glob(getvariable('data_dir') || '/raw/**/*.parquet') as raw_paths (file_name)
    order by raw_paths.file_name
) to 'data/processed/open_raw_files.sql' (
    format csv, header false, quote '', escape '', delimiter E'\x1f'
);
