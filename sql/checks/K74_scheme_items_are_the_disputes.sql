-- question: Are the items of every programme and month the disputes that it counts?
-- table: mart_scheme_monitor; columns: items, items_amount; grain: programme, month
-- dimension: consistency; severity: error
-- threshold: 0 cells: a merchant above a threshold must not be missed
with mart_parts as (
    select
        programme,
        month,
        sum(items) as items,
        sum(items_amount) as items_amount
    from mart_scheme_monitor
    group by
        programme,
        month
),

fact_parts as (
    select
        programme,
        cast(date_trunc('month', day) as date) as month,
        sum(items) as items,
        sum(amount) as items_amount
    from (
        select
            'VAMP' as programme,
            day,
            1 + fraud_disputes as items,
            amount
        from fct_disputes
        where card_brand = 'visa' and channel <> 'pos'
        union all
        select
            'ECM' as programme,
            day,
            1 as items,
            amount
        from fct_disputes
        where card_brand = 'mastercard'
        union all
        select
            'EFM' as programme,
            day,
            1 as items,
            amount
        from fct_disputes
        where card_brand = 'mastercard' and channel <> 'pos' and fraud_disputes = 1
    ) as counted
    group by
        programme,
        cast(date_trunc('month', day) as date)
)

select
    programme,
    month,
    mart_parts.items as mart_items,
    fact_parts.items as fact_items,
    mart_parts.items_amount as mart_items_amount,
    fact_parts.items_amount as fact_items_amount
from mart_parts
full outer join fact_parts using (programme, month)  -- noqa: ST07
where
    coalesce(mart_parts.items, 0) <> coalesce(fact_parts.items, 0)
    or coalesce(mart_parts.items_amount, 0) <> coalesce(fact_parts.items_amount, 0);
