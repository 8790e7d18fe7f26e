-- question: Are the disputes of every month of sale and lag those of the disputes, to the cent?
-- table: mart_dispute_triangle; columns: disputes, disputed_amount; grain: sale_month, lag_months
-- dimension: consistency; severity: error
-- threshold: 0 cells: what is still to come is reckoned from these
with mart_parts as (
    select
        sale_month,
        lag_months,
        disputes,
        disputed_amount
    from mart_dispute_triangle
),

fact_parts as (
    select
        cast(date_trunc('month', qa_sales.ts) as date) as sale_month,
        date_diff('month', qa_sales.ts, disputes.opened_at) as lag_months,
        count(*) as disputes,
        sum(disputes.amount) as disputed_amount
    from disputes
    inner join qa_sales on disputes.txn_id = qa_sales.txn_id
    group by
        cast(date_trunc('month', qa_sales.ts) as date),
        date_diff('month', qa_sales.ts, disputes.opened_at)
)

select
    sale_month,
    lag_months,
    mart_parts.disputes as mart_disputes,
    fact_parts.disputes as fact_disputes,
    mart_parts.disputed_amount as mart_disputed_amount,
    fact_parts.disputed_amount as fact_disputed_amount
from mart_parts
full outer join fact_parts using (sale_month, lag_months)  -- noqa: ST07
where
    coalesce(mart_parts.disputes, 0) <> coalesce(fact_parts.disputes, 0)
    or coalesce(mart_parts.disputed_amount, 0) <> coalesce(fact_parts.disputed_amount, 0);
