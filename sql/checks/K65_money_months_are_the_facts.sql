-- question: Are sales, fees, refunds and disputes of every month those of the facts?
-- table: mart_money_monthly; columns: sums; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: from gross fees to margin nothing may be added or dropped
with mart_parts as (
    select
        month,
        txns,
        approved_txns,
        gpv,
        total_fees,
        net_revenue,
        refunds,
        refund_amount,
        disputes,
        lost_dispute_amount,
        gross_fee_revenue - chargeback_fees - attempt_fees as settled_fees,
        contribution_amount + processing_cost + dispute_cost + support_cost + credit_loss_cost
        + partner_cost as margin_before_costs
    from mart_money_monthly
),

fact_parts as (
    select
        month,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue,
        sum(refunds) as refunds,
        sum(refund_amount) as refund_amount,
        sum(disputes) as disputes,
        sum(lost_dispute_amount) as lost_dispute_amount,
        sum(margin_before_costs) as margin_before_costs
    from (
        select
            cast(date_trunc('month', day) as date) as month,
            txns,
            approved_txns,
            gpv,
            total_fees,
            net_revenue,
            0 as refunds,
            0 as refund_amount,
            0 as disputes,
            0 as lost_dispute_amount,
            net_revenue as margin_before_costs
        from qa_hours
        union all
        select
            cast(date_trunc('month', ts) as date) as month,
            0 as txns,
            0 as approved_txns,
            0 as gpv,
            0 as total_fees,
            0 as net_revenue,
            1 as refunds,
            amount as refund_amount,
            0 as disputes,
            0 as lost_dispute_amount,
            0 as margin_before_costs
        from refunds
        union all
        select
            cast(date_trunc('month', opened_at) as date) as month,
            0 as txns,
            0 as approved_txns,
            0 as gpv,
            0 as total_fees,
            0 as net_revenue,
            0 as refunds,
            0 as refund_amount,
            1 as disputes,
            0 as lost_dispute_amount,
            0 as margin_before_costs
        from disputes
        union all
        select
            cast(date_trunc('month', resolved_at) as date) as month,
            0 as txns,
            0 as approved_txns,
            0 as gpv,
            0 as total_fees,
            0 as net_revenue,
            0 as refunds,
            0 as refund_amount,
            0 as disputes,
            amount as lost_dispute_amount,
            0 as margin_before_costs
        from disputes
        where
            status = 'lost'
            and cast(resolved_at as date) <= (select max(days.day) from dim_calendar as days)
    ) as sources
    group by month
)

select
    month,
    mart_parts.txns as mart_txns,
    fact_parts.txns as fact_txns,
    mart_parts.approved_txns as mart_approved_txns,
    fact_parts.approved_txns as fact_approved_txns,
    mart_parts.gpv as mart_gpv,
    fact_parts.gpv as fact_gpv
from mart_parts
full outer join fact_parts using (month)  -- noqa: ST07
where
    coalesce(mart_parts.txns, 0) <> coalesce(fact_parts.txns, 0)
    or coalesce(mart_parts.approved_txns, 0) <> coalesce(fact_parts.approved_txns, 0)
    or coalesce(mart_parts.gpv, 0) <> coalesce(fact_parts.gpv, 0)
    or coalesce(mart_parts.total_fees, 0) <> coalesce(fact_parts.total_fees, 0)
    or coalesce(mart_parts.settled_fees, 0) <> coalesce(fact_parts.total_fees, 0)
    or coalesce(mart_parts.net_revenue, 0) <> coalesce(fact_parts.net_revenue, 0)
    or coalesce(mart_parts.refunds, 0) <> coalesce(fact_parts.refunds, 0)
    or coalesce(mart_parts.refund_amount, 0) <> coalesce(fact_parts.refund_amount, 0)
    or coalesce(mart_parts.disputes, 0) <> coalesce(fact_parts.disputes, 0)
    or coalesce(mart_parts.lost_dispute_amount, 0) <> coalesce(fact_parts.lost_dispute_amount, 0)
    or coalesce(mart_parts.margin_before_costs, 0) <> coalesce(fact_parts.margin_before_costs, 0);
