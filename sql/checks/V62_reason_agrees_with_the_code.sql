-- question: Does each decline reason agree with its response code?
-- table: transactions; columns: response_code, decline_reason; grain: response_code, decline_reason
-- dimension: validity; severity: error
-- threshold: 0 pairs: the table response_codes says what a code means
select
    qa_mix.response_code,
    qa_mix.decline_reason,
    response_codes.decline_reason as reason_of_code,
    sum(qa_mix.txns) as row_count
from qa_mix
left join response_codes
    on cast(qa_mix.response_code as varchar) = response_codes.response_code
where
    response_codes.response_code is null
    or response_codes.decline_reason is distinct from cast(qa_mix.decline_reason as varchar)
group by
    qa_mix.response_code,
    qa_mix.decline_reason,
    response_codes.decline_reason;
