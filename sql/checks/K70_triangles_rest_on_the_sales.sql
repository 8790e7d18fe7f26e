-- question: Do both triangles rest on the approved sales of each month, to the cent?
-- table: mart_refund_triangle; columns: sale_txns, sale_gpv; grain: sale_month
-- dimension: consistency; severity: error
-- threshold: 0 months: rates of refunds and of disputes are shares of these sales
with mart_parts as (
    select
        sale_month,
        min(sale_txns) as lowest_txns,
        max(sale_txns) as highest_txns,
        min(sale_gpv) as lowest_gpv,
        max(sale_gpv) as highest_gpv
    from (
        select
            sale_month,
            sale_txns,
            sale_gpv
        from mart_refund_triangle
        union all
        select
            sale_month,
            sale_txns,
            sale_gpv
        from mart_dispute_triangle
    ) as cells
    group by sale_month
),

fact_parts as (
    select
        cast(date_trunc('month', day) as date) as sale_month,
        sum(approved_txns) as lowest_txns,
        sum(approved_txns) as highest_txns,
        sum(gpv) as lowest_gpv,
        sum(gpv) as highest_gpv
    from qa_hours
    group by cast(date_trunc('month', day) as date)
)

select
    sale_month,
    mart_parts.lowest_txns as mart_lowest_txns,
    fact_parts.lowest_txns as fact_lowest_txns,
    mart_parts.highest_txns as mart_highest_txns,
    fact_parts.highest_txns as fact_highest_txns,
    mart_parts.lowest_gpv as mart_lowest_gpv,
    fact_parts.lowest_gpv as fact_lowest_gpv
from mart_parts
full outer join fact_parts using (sale_month)  -- noqa: ST07
where
    coalesce(mart_parts.lowest_txns, 0) <> coalesce(fact_parts.lowest_txns, 0)
    or coalesce(mart_parts.highest_txns, 0) <> coalesce(fact_parts.highest_txns, 0)
    or coalesce(mart_parts.lowest_gpv, 0) <> coalesce(fact_parts.lowest_gpv, 0)
    or coalesce(mart_parts.highest_gpv, 0) <> coalesce(fact_parts.highest_gpv, 0);
