-- Keeps the verdicts of this run, also when it is going to be stopped: a COPY is not rolled back.
copy (
    select
        *,
        strftime(getvariable('run_started_at'), '%Y%m%dT%H%M%S') as run_id
    from qa_results
) to (getvariable('data_dir') || '/processed/qa_results') (
    format parquet,
    partition_by (run_id),
    overwrite_or_ignore true
);
