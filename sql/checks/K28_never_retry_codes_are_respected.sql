-- question: Is nothing tried again after a code that the schemes forbid to retry?
-- table: transactions; columns: attempt_no, response_code; grain: table_name
-- dimension: consistency; severity: warn
-- threshold: 0.02 of retries: the schemes fine it, and a faulty terminal may do it for a while
select
    'transactions' as table_name,
    cast(
        count(*) filter (
            where response_code_before in ('04', '07', '12', '14', '15', '41', '43', '46', '57')
        ) as double
    ) / count(*) as observed,
    count(*) as retries
from qa_retries
where attempt_no > 1
having count(*) > 0;
