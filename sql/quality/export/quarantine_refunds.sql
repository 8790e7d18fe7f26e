-- Writes the rows of `refunds` that were set aside; a run without any leaves no file.
copy (
    select
        *,
        strftime(cast(getvariable('run_started_at') as timestamp), '%Y%m%dT%H%M%S%f') as run_id
    from quarantine_refunds
) to (getvariable('data_dir') || '/processed/quarantine/refunds') (
    format parquet,
    partition_by (run_id),
    overwrite_or_ignore true
);
