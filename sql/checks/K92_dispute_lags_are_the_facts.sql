-- question: Do sales and disputes by lag add up to those of every segment, to the cent?
-- table: fct_dispute_lags; columns: sums; grain: region, industry, size, channel, method
-- dimension: consistency; severity: error
-- threshold: 0 segments: sales that stand at one lag alone are what lets a rate add up over lags
with mart_parts as (
    select
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        sum(sale_txns) as sale_txns,
        sum(sale_gpv) as sale_gpv,
        sum(disputes) as disputes,
        sum(disputed_amount) as disputed_amount,
        sum(fraud_disputes) as fraud_disputes
    from fct_dispute_lags
    group by region, industry, merchant_size, channel, payment_method
),

fact_parts as (
    select
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        sum(sale_txns) as sale_txns,
        sum(sale_gpv) as sale_gpv,
        sum(disputes) as disputes,
        sum(disputed_amount) as disputed_amount,
        sum(fraud_disputes) as fraud_disputes
    from (
        select
            region,
            industry,
            merchant_size,
            channel,
            payment_method,
            approved_txns as sale_txns,
            gpv as sale_gpv,
            0 as disputes,
            0 as disputed_amount,
            0 as fraud_disputes
        from mart_payments_daily
        where approved_txns > 0
        union all
        select
            region,
            industry,
            merchant_size,
            channel,
            payment_method,
            0 as sale_txns,
            0 as sale_gpv,
            1 as disputes,
            amount as disputed_amount,
            fraud_disputes
        from fct_disputes
    ) as sources
    group by region, industry, merchant_size, channel, payment_method
)

select
    region,
    industry,
    merchant_size,
    channel,
    payment_method,
    mart_parts.sale_txns as mart_sale_txns,
    fact_parts.sale_txns as fact_sale_txns,
    mart_parts.disputes as mart_disputes,
    fact_parts.disputes as fact_disputes,
    mart_parts.disputed_amount as mart_disputed_amount,
    fact_parts.disputed_amount as fact_disputed_amount
from mart_parts
full outer join fact_parts
    using (region, industry, merchant_size, channel, payment_method)  -- noqa: ST07
where
    coalesce(mart_parts.sale_txns, 0) <> coalesce(fact_parts.sale_txns, 0)
    or coalesce(mart_parts.sale_gpv, 0) <> coalesce(fact_parts.sale_gpv, 0)
    or coalesce(mart_parts.disputes, 0) <> coalesce(fact_parts.disputes, 0)
    or coalesce(mart_parts.disputed_amount, 0) <> coalesce(fact_parts.disputed_amount, 0)
    or coalesce(mart_parts.fraud_disputes, 0) <> coalesce(fact_parts.fraud_disputes, 0);
