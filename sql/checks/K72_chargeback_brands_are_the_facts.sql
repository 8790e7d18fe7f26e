-- question: Are the sales of every card brand those of the attempts?
-- table: mart_chargebacks_monthly; columns: card_brand, sale_txns; grain: card_brand
-- dimension: consistency; severity: error
-- threshold: 0 brands: each scheme counts its own cards only
with mart_parts as (
    select
        cast(card_brand as varchar) as card_brand,
        sum(sale_txns) as sale_txns
    from mart_chargebacks_monthly
    group by cast(card_brand as varchar)
),

fact_parts as (
    select
        coalesce(cast(card_brand as varchar), 'none') as card_brand,
        sum(txns) as sale_txns
    from qa_mix
    where approved
    group by card_brand
)

select
    card_brand,
    mart_parts.sale_txns as mart_sale_txns,
    fact_parts.sale_txns as fact_sale_txns
from mart_parts
full outer join fact_parts using (card_brand)  -- noqa: ST07
where coalesce(mart_parts.sale_txns, 0) <> coalesce(fact_parts.sale_txns, 0);
