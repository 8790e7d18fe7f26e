-- Did the data pass their checks?
-- For everybody. From v_qa_history and v_kpi_total, the latest run. Errors stop a run before it is told.
insert into story
with latest as (
    select
        run_started_at,
        check_id,
        status
    from v_qa_history
    where run_started_at = (select max(every_run.run_started_at) from v_qa_history as every_run)
),

counted as (
    select
        max(run_started_at) as run_started_at,
        count(*) filter (status = 'pass') as passed,
        count(*) filter (status in ('fail', 'error')) as warned,
        count(*) filter (status = 'skip') as skipped,
        string_agg(check_id, ', ' order by check_id) filter (status in ('fail', 'error')) as warnings
    from latest
)

select
    13 as place,
    'Coverage' as section,
    format(
        '{} quality checks passed, {}, {} had nothing to look at.',
        passed,
        if(warned = 0, 'none warned', format('{} warned ({})', warned, warnings)),
        skipped
    ) as sentence,
    [
        cell('v_qa_history', key_is('run_started_at', run_started_at) || ' and status = ''pass''', 'count(*)', passed),
        cell(
            'v_qa_history',
            key_is('run_started_at', run_started_at) || ' and status in (''fail'', ''error'')', 'count(*)', warned
        ),
        cell('v_qa_history', key_is('run_started_at', run_started_at) || ' and status = ''skip''', 'count(*)', skipped)
    ] as cells
from counted
where
    passed > 0
    and (select everything.txns from v_kpi_total as everything) > 0;
