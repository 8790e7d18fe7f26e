-- Keeps the verdicts of this run, also when it is going to be stopped: a COPY is not rolled back.
copy (
    select
        *,
        strftime(cast(getvariable('run_started_at') as timestamp), '%Y%m%dT%H%M%S%f') as run_id
    from qa_results
) to (getvariable('data_dir') || '/processed/qa_results') (
    format parquet,
    partition_by (run_id),
    overwrite_or_ignore true
);
