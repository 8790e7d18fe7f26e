-- Writes the manifest of the run beside its data.
copy (
    select *
    from manifest
    order by file_path
) to (getvariable('data_dir') || '/processed/manifest.parquet') (format parquet);
