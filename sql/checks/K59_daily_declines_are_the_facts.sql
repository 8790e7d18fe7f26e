-- question: Are the declines of every day in the cube those of the attempts, to the cent?
-- table: fct_declines_daily; columns: declined_txns, declined_amount; grain: day
-- dimension: consistency; severity: error
-- threshold: 0 days: every view of declines adds up cells of this cube
with mart_parts as (
    select
        day,
        sum(declined_txns) as declined_txns,
        sum(declined_amount) as declined_amount
    from fct_declines_daily
    group by day
),

fact_parts as (
    select
        day,
        sum(txns - approved_txns) as declined_txns,
        sum(declined_amount) as declined_amount
    from qa_hours
    where txns > approved_txns
    group by day
)

select
    day,
    mart_parts.declined_txns as mart_declined_txns,
    fact_parts.declined_txns as fact_declined_txns,
    mart_parts.declined_amount as mart_declined_amount,
    fact_parts.declined_amount as fact_declined_amount
from mart_parts
full outer join fact_parts using (day)  -- noqa: ST07
where
    coalesce(mart_parts.declined_txns, 0) <> coalesce(fact_parts.declined_txns, 0)
    or coalesce(mart_parts.declined_amount, 0) <> coalesce(fact_parts.declined_amount, 0);
