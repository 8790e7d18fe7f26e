-- Runs every check on the uncommitted tables and stops the run when an error was found.
create or replace temp table qa_results as
from qa_checks();

select format('  {:<6} {} {}: {}', status, check_id, table_name, question) as message
from qa_results
where status not in ('pass', 'skip')
order by check_id;

with stopping as (
    select check_id
    from qa_results
    where severity = 'error' and status in ('fail', 'error')
),

passing as (
    select check_id
    from qa_results
    where status = 'pass'
),

counted as (
    select
        (select count(*) from stopping) as stopping,
        (select string_agg(check_id, ', ' order by check_id) from stopping) as stopping_ids,
        (select count(*) from passing) as passed
)

select
    case
        when stopping > 0
            then error(
                'the data failed ' || stopping || ' quality check(s): ' || stopping_ids
                || '. Nothing was published; the previous database and marts are as they were.'
            )
        else format('  {} checks passed', passed)
    end as message
from counted;
