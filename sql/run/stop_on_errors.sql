-- Shows the verdicts of qa_results that are not good, and stops the run when one is an error.
select
    format(
        '  {:<6} {} {}: {}{}',
        severity,
        check_id,
        table_name,
        question,
        case when status = 'fail' then ' No: ' || failing_rows else ' It cannot be told' end
        || coalesce(', such as ' || left(sample, 300), '')
    ) as message
from qa_results
where status in ('fail', 'error')
order by check_id;

with stopping as (
    select
        check_id,
        table_name || ': ' || question
        || case when status = 'fail' then ' No: ' || failing_rows else ' It cannot be told' end
        || coalesce(', such as ' || left(sample, 300), '') as verdict
    from qa_results
    where severity = 'error' and status in ('fail', 'error')
),

counted as (
    select
        count(*) as stopping_checks,
        string_agg(check_id, ', ' order by check_id) as check_ids,
        min_by(verdict, check_id) as first_verdict
    from stopping
)

select
    error(
        'the data failed ' || stopping_checks || ' quality check(s): ' || check_ids
        || '. ' || first_verdict
        || '. Nothing was published; the previous database and marts are as they were.'
    ) as message
from counted
where stopping_checks > 0;
