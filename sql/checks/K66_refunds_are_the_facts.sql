-- question: Are the refunds of every day in the fact table those of the refunds, to the cent?
-- table: fct_refunds; columns: amount; grain: day
-- dimension: consistency; severity: error
-- threshold: 0 days: a refund whose sale is not found would be lost here
with mart_parts as (
    select
        day,
        sum(1) as refunds,
        sum(amount) as refund_amount
    from fct_refunds
    group by day
),

fact_parts as (
    select
        cast(ts as date) as day,
        sum(1) as refunds,
        sum(amount) as refund_amount
    from refunds
    group by cast(ts as date)
)

select
    day,
    mart_parts.refunds as mart_refunds,
    fact_parts.refunds as fact_refunds,
    mart_parts.refund_amount as mart_refund_amount,
    fact_parts.refund_amount as fact_refund_amount
from mart_parts
full outer join fact_parts using (day)  -- noqa: ST07
where
    coalesce(mart_parts.refunds, 0) <> coalesce(fact_parts.refunds, 0)
    or coalesce(mart_parts.refund_amount, 0) <> coalesce(fact_parts.refund_amount, 0);
