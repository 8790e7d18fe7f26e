-- question: Are the disputes of every day in the fact table those of the disputes, to the cent?
-- table: fct_disputes; columns: amount, fraud_disputes; grain: day
-- dimension: consistency; severity: error
-- threshold: 0 days: a dispute whose sale is not found would be lost here
with mart_parts as (
    select
        day,
        sum(1) as disputes,
        sum(amount) as disputed_amount,
        sum(fraud_disputes) as fraud_disputes
    from fct_disputes
    group by day
),

fact_parts as (
    select
        cast(opened_at as date) as day,
        count(*) as disputes,
        sum(amount) as disputed_amount,
        count(*) filter (where is_fraud) as fraud_disputes
    from disputes
    group by cast(opened_at as date)
)

select
    day,
    mart_parts.disputes as mart_disputes,
    fact_parts.disputes as fact_disputes,
    mart_parts.disputed_amount as mart_disputed_amount,
    fact_parts.disputed_amount as fact_disputed_amount,
    mart_parts.fraud_disputes as mart_fraud_disputes,
    fact_parts.fraud_disputes as fact_fraud_disputes
from mart_parts
full outer join fact_parts using (day)  -- noqa: ST07
where
    coalesce(mart_parts.disputes, 0) <> coalesce(fact_parts.disputes, 0)
    or coalesce(mart_parts.disputed_amount, 0) <> coalesce(fact_parts.disputed_amount, 0)
    or coalesce(mart_parts.fraud_disputes, 0) <> coalesce(fact_parts.fraud_disputes, 0);
