-- question: Are the declines of every month and class those of the daily cube?
-- table: mart_decline_classes; columns: declined_txns, declined_amount; grain: month, decline_class
-- dimension: consistency; severity: error
-- threshold: 0 cells: a class without its codes makes the others look larger
with mart_parts as (
    select
        month,
        decline_class,
        declined_txns,
        declined_amount
    from mart_decline_classes
),

fact_parts as (
    select
        cast(date_trunc('month', fct_declines_daily.day) as date) as month,
        coalesce(response_codes.decline_class, 'unknown') as decline_class,
        sum(fct_declines_daily.declined_txns) as declined_txns,
        sum(fct_declines_daily.declined_amount) as declined_amount
    from fct_declines_daily
    left join response_codes
        on
            fct_declines_daily.response_code = response_codes.response_code
            and response_codes.decline_class <> 'approved'
    group by
        cast(date_trunc('month', fct_declines_daily.day) as date),
        coalesce(response_codes.decline_class, 'unknown')
)

select
    month,
    decline_class,
    mart_parts.declined_txns as mart_declined_txns,
    fact_parts.declined_txns as fact_declined_txns,
    mart_parts.declined_amount as mart_declined_amount,
    fact_parts.declined_amount as fact_declined_amount
from mart_parts
full outer join fact_parts using (month, decline_class)  -- noqa: ST07
where
    coalesce(mart_parts.declined_txns, 0) <> coalesce(fact_parts.declined_txns, 0)
    or coalesce(mart_parts.declined_amount, 0) <> coalesce(fact_parts.declined_amount, 0);
