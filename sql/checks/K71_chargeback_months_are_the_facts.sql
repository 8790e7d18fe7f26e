-- question: Are sales and disputes of every month those of the facts, over all card brands?
-- table: mart_chargebacks_monthly; columns: sums; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: the rates of the schemes are quotients of these
with mart_parts as (
    select
        month,
        sum(sale_txns) as sale_txns,
        sum(sale_gpv) as sale_gpv,
        sum(disputes) as disputes,
        sum(disputed_amount) as disputed_amount,
        sum(sale_disputes) as sale_disputes,
        sum(sale_disputed_amount) as sale_disputed_amount
    from mart_chargebacks_monthly
    group by month
),

fact_parts as (
    select
        month,
        sum(sale_txns) as sale_txns,
        sum(sale_gpv) as sale_gpv,
        sum(disputes) as disputes,
        sum(disputed_amount) as disputed_amount,
        sum(sale_disputes) as sale_disputes,
        sum(sale_disputed_amount) as sale_disputed_amount
    from (
        select
            cast(date_trunc('month', day) as date) as month,
            approved_txns as sale_txns,
            gpv as sale_gpv,
            0 as disputes,
            0 as disputed_amount,
            0 as sale_disputes,
            0 as sale_disputed_amount
        from qa_hours
        union all
        select
            cast(date_trunc('month', opened_at) as date) as month,
            0 as sale_txns,
            0 as sale_gpv,
            1 as disputes,
            amount as disputed_amount,
            0 as sale_disputes,
            0 as sale_disputed_amount
        from disputes
        union all
        select
            cast(date_trunc('month', qa_sales.ts) as date) as month,
            0 as sale_txns,
            0 as sale_gpv,
            0 as disputes,
            0 as disputed_amount,
            1 as sale_disputes,
            disputes.amount as sale_disputed_amount
        from disputes
        inner join qa_sales on disputes.txn_id = qa_sales.txn_id
        where cast(disputes.opened_at as date) <= cast(qa_sales.ts as date) + 120
    ) as sources
    group by month
)

select
    month,
    mart_parts.sale_txns as mart_sale_txns,
    fact_parts.sale_txns as fact_sale_txns,
    mart_parts.sale_gpv as mart_sale_gpv,
    fact_parts.sale_gpv as fact_sale_gpv,
    mart_parts.disputes as mart_disputes,
    fact_parts.disputes as fact_disputes
from mart_parts
full outer join fact_parts using (month)  -- noqa: ST07
where
    coalesce(mart_parts.sale_txns, 0) <> coalesce(fact_parts.sale_txns, 0)
    or coalesce(mart_parts.sale_gpv, 0) <> coalesce(fact_parts.sale_gpv, 0)
    or coalesce(mart_parts.disputes, 0) <> coalesce(fact_parts.disputes, 0)
    or coalesce(mart_parts.disputed_amount, 0) <> coalesce(fact_parts.disputed_amount, 0)
    or coalesce(mart_parts.sale_disputes, 0) <> coalesce(fact_parts.sale_disputes, 0)
    or coalesce(mart_parts.sale_disputed_amount, 0) <> coalesce(fact_parts.sale_disputed_amount, 0);
