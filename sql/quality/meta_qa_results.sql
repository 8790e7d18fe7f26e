-- What did each check say in each run, stopped runs included? Grain: run x check.
-- Source: the files under processed/qa_results of the data directory.
create or replace table meta_qa_results as
select
    strptime(run_id, '%Y%m%dT%H%M%S%f') as run_started_at,
    check_id,
    table_name,
    column_name,
    dimension,
    severity,
    status,
    observed,
    threshold,
    failing_rows,
    total_rows,
    sample,
    question
from read_parquet(
    getvariable('data_dir') || '/processed/qa_results/*/*.parquet',
    hive_partitioning = true,
    hive_types = { 'run_id': 'varchar' },
    union_by_name = true
);

comment on table meta_qa_results is 'Verdicts of all runs. Grain: run x check.';
comment on column meta_qa_results.run_started_at is 'Start of the run, UTC.';
comment on column meta_qa_results.check_id is 'Check of qa_rules(), or an own one.';
comment on column meta_qa_results.table_name is 'Table at fault when the check fails.';
comment on column meta_qa_results.column_name is 'Columns that the check looks at.';
comment on column meta_qa_results.dimension is 'What the check is about.';
comment on column meta_qa_results.severity is 'error stopped the run, warn was reported.';
comment on column meta_qa_results.status is
'pass, fail, skip, or error when nothing could be observed.';
comment on column meta_qa_results.observed is 'Offenders, or the figure that was measured.';
comment on column meta_qa_results.threshold is 'The check passes while observed is at most this.';
comment on column meta_qa_results.failing_rows is 'Offenders.';
comment on column meta_qa_results.total_rows is 'Rows of the table.';
comment on column meta_qa_results.sample is 'Up to five offenders, as JSON.';
comment on column meta_qa_results.question is 'The question that the check answers.';
