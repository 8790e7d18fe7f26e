-- question: Are the refunds of every month of sale and lag those of the refunds, to the cent?
-- table: mart_refund_triangle; columns: refunds, refund_amount; grain: sale_month, lag_months
-- dimension: consistency; severity: error
-- threshold: 0 cells: what is still to come is reckoned from these
with mart_parts as (
    select
        sale_month,
        lag_months,
        refunds,
        refund_amount
    from mart_refund_triangle
),

fact_parts as (
    select
        cast(date_trunc('month', qa_sales.ts) as date) as sale_month,
        date_diff('month', qa_sales.ts, refunds.ts) as lag_months,
        count(*) as refunds,
        sum(refunds.amount) as refund_amount
    from refunds
    inner join qa_sales on refunds.txn_id = qa_sales.txn_id
    group by
        cast(date_trunc('month', qa_sales.ts) as date),
        date_diff('month', qa_sales.ts, refunds.ts)
)

select
    sale_month,
    lag_months,
    mart_parts.refunds as mart_refunds,
    fact_parts.refunds as fact_refunds,
    mart_parts.refund_amount as mart_refund_amount,
    fact_parts.refund_amount as fact_refund_amount
from mart_parts
full outer join fact_parts using (sale_month, lag_months)  -- noqa: ST07
where
    coalesce(mart_parts.refunds, 0) <> coalesce(fact_parts.refunds, 0)
    or coalesce(mart_parts.refund_amount, 0) <> coalesce(fact_parts.refund_amount, 0);
