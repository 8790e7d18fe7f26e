-- question: Are the retries of every month those of the attempts, by count and by value?
-- table: mart_retry_compliance; columns: retries, retried_amount; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: the rate of compliance is a share of these
with mart_parts as (
    select
        month,
        sum(retries) as retries,
        sum(retried_amount) as retried_amount
    from mart_retry_compliance
    group by month
),

fact_parts as (
    select
        cast(date_trunc('month', ts) as date) as month,
        count(*) as retries,
        sum(amount) as retried_amount
    from qa_retries
    group by cast(date_trunc('month', ts) as date)
)

select
    month,
    mart_parts.retries as mart_retries,
    fact_parts.retries as fact_retries,
    mart_parts.retried_amount as mart_retried_amount,
    fact_parts.retried_amount as fact_retried_amount
from mart_parts
full outer join fact_parts using (month)  -- noqa: ST07
where
    coalesce(mart_parts.retries, 0) <> coalesce(fact_parts.retries, 0)
    or coalesce(mart_parts.retried_amount, 0) <> coalesce(fact_parts.retried_amount, 0);
