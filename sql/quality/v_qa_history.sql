-- How did each check go over time? Grain: run x check. Source: meta_qa_results.
create or replace view v_qa_history as
select
    check_id,
    run_started_at,
    table_name,
    dimension,
    severity,
    status,
    lag(status) over (partition by check_id order by run_started_at) as status_before,
    observed,
    lag(observed) over (partition by check_id order by run_started_at) as observed_before,
    threshold,
    failing_rows,
    total_rows
from meta_qa_results;

comment on view v_qa_history is 'Each check over time. Grain: run x check.';
comment on column v_qa_history.check_id is 'Check of qa_rules(), or an own one.';
comment on column v_qa_history.run_started_at is 'Start of the run, UTC.';
comment on column v_qa_history.table_name is 'Table at fault when the check fails.';
comment on column v_qa_history.dimension is 'What the check is about.';
comment on column v_qa_history.severity is 'error stopped the run, warn was reported.';
comment on column v_qa_history.status is
'pass, fail, skip, or error when nothing could be observed.';
comment on column v_qa_history.status_before is 'Status in the run before; NULL in the first.';
comment on column v_qa_history.observed is 'Offenders, or the figure that was measured.';
comment on column v_qa_history.observed_before is 'Observed in the run before; NULL in the first.';
comment on column v_qa_history.threshold is 'The check passes while observed is at most this.';
comment on column v_qa_history.failing_rows is 'Offenders.';
comment on column v_qa_history.total_rows is 'Rows of the table.';
