-- question: Are counts, amounts and outcomes of every reason those of the disputes?
-- table: mart_dispute_reasons; columns: sums; grain: reason
-- dimension: consistency; severity: error
-- threshold: 0 reasons: the chance to win is a quotient of these
with mart_parts as (
    select
        cast(reason as varchar) as reason,
        disputes,
        disputed_amount,
        fraud_disputes,
        open_disputes,
        won_disputes,
        lost_disputes,
        lost_amount
    from mart_dispute_reasons
),

fact_parts as (
    select
        coalesce(cast(reason as varchar), 'unknown') as reason,
        count(*) as disputes,
        sum(amount) as disputed_amount,
        count(*) filter (where is_fraud) as fraud_disputes,
        count(*) filter (where status = 'open') as open_disputes,
        count(*) filter (where status = 'won') as won_disputes,
        count(*) filter (where status = 'lost') as lost_disputes,
        sum(amount) filter (where status = 'lost') as lost_amount
    from disputes
    group by reason
)

select
    reason,
    mart_parts.disputes as mart_disputes,
    fact_parts.disputes as fact_disputes,
    mart_parts.disputed_amount as mart_disputed_amount,
    fact_parts.disputed_amount as fact_disputed_amount,
    mart_parts.fraud_disputes as mart_fraud_disputes,
    fact_parts.fraud_disputes as fact_fraud_disputes
from mart_parts
full outer join fact_parts using (reason)  -- noqa: ST07
where
    coalesce(mart_parts.disputes, 0) <> coalesce(fact_parts.disputes, 0)
    or coalesce(mart_parts.disputed_amount, 0) <> coalesce(fact_parts.disputed_amount, 0)
    or coalesce(mart_parts.fraud_disputes, 0) <> coalesce(fact_parts.fraud_disputes, 0)
    or coalesce(mart_parts.open_disputes, 0) <> coalesce(fact_parts.open_disputes, 0)
    or coalesce(mart_parts.won_disputes, 0) <> coalesce(fact_parts.won_disputes, 0)
    or coalesce(mart_parts.lost_disputes, 0) <> coalesce(fact_parts.lost_disputes, 0)
    or coalesce(mart_parts.lost_amount, 0) <> coalesce(fact_parts.lost_amount, 0);
