-- What stopped a night: the checks of severity error that failed, from the verdicts that its last gate left; a night
-- that stopped before a gate has none. Takes the variables data_dir and message, the words in which it stopped.
set variable verdict_files = (
    select list(file) from glob(getvariable('data_dir') || '/processed/qa_results/*/*.parquet')
    where file like '%run_id=' || (
        select max(regexp_extract(file, 'run_id=([^/]+)', 1))
        from glob(getvariable('data_dir') || '/processed/qa_results/*/*.parquet')
    ) || '/%'
);

set variable verdict_select = case
    when len(getvariable('verdict_files')) > 0
        then 'from read_parquet(getvariable(''verdict_files''), union_by_name = true)'
    else
        'select null as check_id, null as table_name, null as question, null as severity, null as status, '
        || 'null as failing_rows where false'
end;

create or replace temp table alerts as
select
    'stopped' as kind,
    'night' as subject,
    cast(getvariable('first_day') as date) as first_day,
    cast(getvariable('night') as date) as last_day,
    getvariable('message') as message
union all
select
    'quality' as kind,
    check_id as subject,
    cast(null as date) as first_day,
    cast(null as date) as last_day,
    table_name || ': ' || question || ' No: ' || coalesce(failing_rows::varchar, 'it cannot be told') as message
from query(getvariable('verdict_select'))
where severity = 'error' and status in ('fail', 'error')
order by
    kind desc,
    subject;

.read sql/run/write_alerts.sql
