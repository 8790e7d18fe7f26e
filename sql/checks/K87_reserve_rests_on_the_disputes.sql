-- question: Does the reserve of every month of sale rest on the disputes of its sales?
-- table: mart_dispute_reserve; columns: disputed_amount, open_amount; grain: sale_month
-- dimension: consistency; severity: error
-- threshold: 0 months: what is open is what can still be lost; estimates are at least 0
with mart_parts as (
    select
        sale_month,
        sum(disputed_amount) as disputed_amount,
        sum(open_amount) as open_amount,
        sum(lost_amount) as lost_amount,
        sum(disputed_amount - open_amount - won_amount - lost_amount) as rest,
        min(unreported_amount) as lowest_estimate
    from mart_dispute_reserve
    group by sale_month
),

fact_parts as (
    select
        cast(date_trunc('month', sale_day) as date) as sale_month,
        sum(amount) as disputed_amount,
        sum(if(status = 'open', amount, 0)) as open_amount,
        sum(if(status = 'lost', amount, 0)) as lost_amount
    from fct_disputes
    group by cast(date_trunc('month', sale_day) as date)
)

select
    sale_month,
    mart_parts.disputed_amount as mart_disputed_amount,
    fact_parts.disputed_amount as fact_disputed_amount,
    mart_parts.open_amount as mart_open_amount,
    fact_parts.open_amount as fact_open_amount
from mart_parts
full outer join fact_parts using (sale_month)  -- noqa: ST07
where
    coalesce(mart_parts.disputed_amount, 0) <> coalesce(fact_parts.disputed_amount, 0)
    or coalesce(mart_parts.open_amount, 0) <> coalesce(fact_parts.open_amount, 0)
    or coalesce(mart_parts.lost_amount, 0) <> coalesce(fact_parts.lost_amount, 0)
    or mart_parts.rest <> 0
    or mart_parts.lowest_estimate < 0;
