-- Writes the rows of `account_managers` that were set aside; a run without any leaves no file.
copy (
    select
        *,
        strftime(getvariable('run_started_at'), '%Y%m%dT%H%M%S') as run_id
    from quarantine_account_managers
) to (getvariable('data_dir') || '/processed/quarantine/account_managers') (
    format parquet,
    partition_by (run_id),
    overwrite_or_ignore true
);
