-- question: Is nothing tried again after a code that the schemes forbid to retry?
-- table: transactions; columns: attempt_no, response_code; grain: table_name
-- dimension: consistency; severity: warn
-- threshold: 0.02 of retries: the schemes fine it, and a faulty terminal may do it for a while
with retries as (
    select coalesce(response_codes.is_never_retry, false) as is_forbidden
    from qa_retries
    left join response_codes
        on cast(qa_retries.response_code_before as varchar) = response_codes.response_code
    where qa_retries.attempt_no > 1
)

select
    'transactions' as table_name,
    cast(count(*) filter (where is_forbidden) as double) / count(*) as observed,
    count(*) as retry_count
from retries
having count(*) > 0;
