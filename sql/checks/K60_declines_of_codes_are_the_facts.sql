-- question: Are the declines of every response code and channel in the cube those of the attempts?
-- table: fct_declines_daily; columns: response_code, declined_txns; grain: channel, response_code
-- dimension: consistency; severity: error
-- threshold: 0 cells: a code that is lost or swapped changes the class, the retries and the advice
with mart_parts as (
    select
        cast(channel as varchar) as channel,
        coalesce(cast(response_code as varchar), 'unknown') as response_code,
        sum(declined_txns) as declined_txns
    from fct_declines_daily
    group by
        channel,
        response_code
),

fact_parts as (
    select
        cast(channel as varchar) as channel,
        coalesce(cast(response_code as varchar), 'unknown') as response_code,
        sum(txns) as declined_txns
    from qa_mix
    where not approved
    group by
        channel,
        response_code
)

select
    channel,
    response_code,
    mart_parts.declined_txns as mart_declined_txns,
    fact_parts.declined_txns as fact_declined_txns
from mart_parts
full outer join fact_parts using (channel, response_code)  -- noqa: ST07
where coalesce(mart_parts.declined_txns, 0) <> coalesce(fact_parts.declined_txns, 0);
