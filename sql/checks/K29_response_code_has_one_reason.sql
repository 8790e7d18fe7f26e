-- question: Does each response code stand for one decline reason?
-- table: transactions; columns: response_code, decline_reason; grain: response_code
-- dimension: consistency; severity: error
-- threshold: 0 codes: the reason is a reading of the code, so one code cannot have two
select
    response_code,
    count(distinct decline_reason) as reason_count,
    string_agg(distinct cast(decline_reason as varchar), ', ') as decline_reasons
from qa_mix
where
    response_code is not null
    and decline_reason is not null
group by response_code
having count(distinct decline_reason) > 1;
