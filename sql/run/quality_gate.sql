-- Runs every check on the uncommitted tables and stops the run when an error was found.
create or replace temp table qa_results as
from qa_checks();

select format('  {:<6} {} {}: {}', status, check_id, table_name, question)
from qa_results
where status not in ('pass', 'skip')
order by check_id;

select
    case
        when count(*) > 0
            then error(
                'the data failed ' || count(*) || ' quality check(s): '
                || string_agg(check_id, ', ' order by check_id)
                || '. Nothing was published; the previous database and marts are as they were.'
            )
        else format('  {} checks passed', (select count(*) from qa_results where status = 'pass'))
    end
from qa_results
where severity = 'error' and status in ('fail', 'error');
