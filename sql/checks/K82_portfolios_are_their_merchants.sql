-- question: Is every account manager's volume that of the managed merchants?
-- table: mart_account_manager_scorecard; columns: sums; grain: account_manager_id
-- dimension: consistency; severity: error
-- threshold: 0 managers: they are compared, and two of them swapped leave the total as it is
with mart_parts as (
    select
        account_manager_id,
        max(portfolio_merchants) as portfolio_merchants,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(net_revenue) as net_revenue
    from mart_account_manager_scorecard
    group by account_manager_id
),

fact_parts as (
    select
        account_manager_id,
        sum(portfolio_merchants) as portfolio_merchants,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(net_revenue) as net_revenue
    from (
        select
            account_manager_id,
            1 as portfolio_merchants,
            0 as txns,
            0 as approved_txns,
            0 as gpv,
            0 as net_revenue
        from merchants
        where signup_date <= (select max(days.day) from dim_calendar as days)
        union all
        select
            merchants.account_manager_id as account_manager_id,
            0 as portfolio_merchants,
            qa_merchant_totals.txns as txns,
            qa_merchant_totals.approved_txns as approved_txns,
            qa_merchant_totals.gpv as gpv,
            qa_merchant_totals.total_fees - qa_merchant_totals.interchange_fees
            - qa_merchant_totals.scheme_fees as net_revenue
        from qa_merchant_totals
        inner join merchants on qa_merchant_totals.merchant_id = merchants.merchant_id
    ) as sources
    group by account_manager_id
)

select
    account_manager_id,
    mart_parts.portfolio_merchants as mart_portfolio_merchants,
    fact_parts.portfolio_merchants as fact_portfolio_merchants,
    mart_parts.txns as mart_txns,
    fact_parts.txns as fact_txns,
    mart_parts.approved_txns as mart_approved_txns,
    fact_parts.approved_txns as fact_approved_txns
from mart_parts
full outer join fact_parts using (account_manager_id)  -- noqa: ST07
where
    coalesce(mart_parts.portfolio_merchants, 0) <> coalesce(fact_parts.portfolio_merchants, 0)
    or coalesce(mart_parts.txns, 0) <> coalesce(fact_parts.txns, 0)
    or coalesce(mart_parts.approved_txns, 0) <> coalesce(fact_parts.approved_txns, 0)
    or coalesce(mart_parts.gpv, 0) <> coalesce(fact_parts.gpv, 0)
    or coalesce(mart_parts.net_revenue, 0) <> coalesce(fact_parts.net_revenue, 0);
