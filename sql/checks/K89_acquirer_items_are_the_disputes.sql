-- question: Does the monitor of the portfolio count all its remote Visa disputes and sales?
-- table: mart_acquirer_monitor; columns: items, base_txns; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: an acquirer above a threshold must not learn it from Visa
with mart_parts as (
    select
        month,
        items,
        items_amount,
        sum(base_txns) over () as all_base_txns
    from mart_acquirer_monitor
),

fact_parts as (
    select
        cast(date_trunc('month', day) as date) as month,
        sum(1 + fraud_disputes) as items,
        sum(amount) as items_amount
    from fct_disputes
    where card_brand = 'visa' and channel <> 'pos'
    group by cast(date_trunc('month', day) as date)
),

sales as (
    select coalesce(sum(txns), 0) as base_txns
    from qa_mix
    where approved and card_brand = 'visa' and channel <> 'pos'
)

select
    month,
    mart_parts.items as mart_items,
    fact_parts.items as fact_items,
    mart_parts.all_base_txns as mart_base_txns,
    sales.base_txns as fact_base_txns
from mart_parts
full outer join fact_parts using (month)  -- noqa: ST07
cross join sales
where
    coalesce(mart_parts.items, 0) <> coalesce(fact_parts.items, 0)
    or coalesce(mart_parts.items_amount, 0) <> coalesce(fact_parts.items_amount, 0)
    or mart_parts.all_base_txns is distinct from sales.base_txns;
