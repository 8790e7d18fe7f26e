-- question: Are declines, retries and recoveries of every code those of the attempts?
-- table: mart_decline_recovery; columns: sums; grain: response_code
-- dimension: consistency; severity: error
-- threshold: 0 codes: what retries bring back is a quotient of these
with mart_parts as (
    select
        response_code,
        sum(declined_txns) as declined_txns,
        sum(declined_amount) as declined_amount,
        sum(retried_txns) as retried_txns,
        sum(recovered_txns) as recovered_txns,
        sum(recovered_amount) as recovered_amount
    from mart_decline_recovery
    group by response_code
),

fact_parts as (
    select
        response_code,
        sum(declined_txns) as declined_txns,
        sum(declined_amount) as declined_amount,
        sum(retried_txns) as retried_txns,
        sum(recovered_txns) as recovered_txns,
        sum(recovered_amount) as recovered_amount
    from (
        select
            coalesce(response_code, 'unknown') as response_code,
            declined_txns,
            declined_amount,
            0 as retried_txns,
            0 as recovered_txns,
            0 as recovered_amount
        from fct_declines_daily
        where day <= (select max(days.day) - 30 from dim_calendar as days)
        union all
        select
            coalesce(response_code, 'unknown') as response_code,
            0 as declined_txns,
            0 as declined_amount,
            is_retried as retried_txns,
            is_recovered as recovered_txns,
            is_recovered * amount as recovered_amount
        from fct_retried_attempts
        where
            approved_txns = 0
            and day <= (select max(days.day) - 30 from dim_calendar as days)
    ) as sources
    group by response_code
)

select
    response_code,
    mart_parts.declined_txns as mart_declined_txns,
    fact_parts.declined_txns as fact_declined_txns,
    mart_parts.declined_amount as mart_declined_amount,
    fact_parts.declined_amount as fact_declined_amount,
    mart_parts.retried_txns as mart_retried_txns,
    fact_parts.retried_txns as fact_retried_txns
from mart_parts
full outer join fact_parts using (response_code)  -- noqa: ST07
where
    coalesce(mart_parts.declined_txns, 0) <> coalesce(fact_parts.declined_txns, 0)
    or coalesce(mart_parts.declined_amount, 0) <> coalesce(fact_parts.declined_amount, 0)
    or coalesce(mart_parts.retried_txns, 0) <> coalesce(fact_parts.retried_txns, 0)
    or coalesce(mart_parts.recovered_txns, 0) <> coalesce(fact_parts.recovered_txns, 0)
    or coalesce(mart_parts.recovered_amount, 0) <> coalesce(fact_parts.recovered_amount, 0);
