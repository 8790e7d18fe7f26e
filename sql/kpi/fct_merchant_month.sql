-- What did each merchant sell, pay back and lose in each month, and what is left of it?
-- Grain: merchant x month with attempts, refunds or disputes. Sources: fct_merchant_mix_month,
-- fct_refunds, fct_disputes, merchants, cost_assumptions. A table: every view of merchants starts
-- from it. Refunds, disputes and losses count in the month of their own event. The contribution
-- margin is defined here and nowhere else: net revenue after the costs of serving the merchant.
create or replace table fct_merchant_month as
with refunds_and_disputes as (
    select
        merchant_id,
        month_number,
        1 as refunds,
        amount as refund_amount,
        0 as disputes,
        0 as lost_dispute_amount
    from fct_refunds
    union all
    select
        merchant_id,
        month_number,
        0 as refunds,
        0 as refund_amount,
        1 as disputes,
        0 as lost_dispute_amount
    from fct_disputes
    union all
    select
        merchant_id,
        resolved_month_number as month_number,
        0 as refunds,
        0 as refund_amount,
        0 as disputes,
        amount as lost_dispute_amount
    from fct_disputes
    where status = 'lost' and resolved_month_number is not null
),

after_sales as (
    select
        merchant_id,
        month_number,
        cast(sum(refunds) as bigint) as refunds,
        cast(sum(refund_amount) as decimal(18, 2)) as refund_amount,
        cast(sum(disputes) as bigint) as disputes,
        cast(sum(lost_dispute_amount) as decimal(18, 2)) as lost_dispute_amount
    from refunds_and_disputes
    group by merchant_id, month_number
),

sales as (
    select
        merchant_id,
        month_number,
        cast(sum(txns) as bigint) as txns,
        cast(sum(approved_txns) as bigint) as approved_txns,
        cast(sum(gpv) as decimal(18, 2)) as gpv,
        cast(sum(total_fees) as decimal(18, 2)) as total_fees,
        cast(sum(net_revenue) as decimal(18, 2)) as net_revenue,
        min(first_approved_day) as first_approved_day,
        max(last_approved_day) as last_approved_day
    from fct_merchant_mix_month
    group by merchant_id, month_number
),

months as (
    select
        coalesce(sales.merchant_id, after_sales.merchant_id) as merchant_id,
        coalesce(sales.month_number, after_sales.month_number) as month_number,
        coalesce(sales.txns, 0) as txns,
        coalesce(sales.approved_txns, 0) as approved_txns,
        coalesce(sales.gpv, 0) as gpv,
        coalesce(sales.total_fees, 0) as total_fees,
        coalesce(sales.net_revenue, 0) as net_revenue,
        sales.first_approved_day as first_approved_day,
        sales.last_approved_day as last_approved_day,
        coalesce(after_sales.refunds, 0) as refunds,
        coalesce(after_sales.refund_amount, 0) as refund_amount,
        coalesce(after_sales.disputes, 0) as disputes,
        coalesce(after_sales.lost_dispute_amount, 0) as lost_dispute_amount
    from sales
    full outer join after_sales
        on
            sales.merchant_id = after_sales.merchant_id
            and sales.month_number = after_sales.month_number
),

costs as (
    select
        months.merchant_id as merchant_id,
        months.month_number as month_number,
        months.txns as txns,
        months.approved_txns as approved_txns,
        months.gpv as gpv,
        months.total_fees as total_fees,
        months.net_revenue as net_revenue,
        months.first_approved_day as first_approved_day,
        months.last_approved_day as last_approved_day,
        months.refunds as refunds,
        months.refund_amount as refund_amount,
        months.disputes as disputes,
        months.lost_dispute_amount as lost_dispute_amount,
        cast(
            cast(months.txns as decimal(9, 0))
            * cost_assumptions.processing_cost_per_txn as decimal(18, 4)
        ) as processing_cost,
        cast(
            cast(months.disputes as decimal(9, 0))
            * cost_assumptions.handling_cost_per_dispute as decimal(18, 4)
        ) as dispute_cost,
        cast(
            case
                when months.approved_txns > 0
                    then cost_assumptions.support_cost_per_active_month
                else 0
            end as decimal(18, 4)
        ) as support_cost,
        cast(
            months.lost_dispute_amount * cost_assumptions.credit_loss_share
            as decimal(18, 4)
        ) as credit_loss_cost,
        cast(
            case
                when merchants.sales_channel = 'partner'
                    then
                        months.net_revenue * cost_assumptions.partner_commission_share
                else 0
            end as decimal(18, 4)
        ) as partner_cost
    from months
    left join merchants on months.merchant_id = merchants.merchant_id
    cross join cost_assumptions
)

select
    merchant_id,
    month_number,
    txns,
    approved_txns,
    gpv,
    total_fees,
    net_revenue,
    first_approved_day,
    last_approved_day,
    refunds,
    refund_amount,
    disputes,
    lost_dispute_amount,
    processing_cost,
    dispute_cost,
    support_cost,
    credit_loss_cost,
    partner_cost,
    cast(
        net_revenue - processing_cost - dispute_cost - support_cost - credit_loss_cost
        - partner_cost as decimal(18, 4)
    ) as contribution_amount
from costs;

comment on table fct_merchant_month is
'What merchants bring and cost. Grain: merchant x month with attempts, refunds or disputes.';
comment on column fct_merchant_month.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_merchant_month.month_number is 'Year * 12 + month.';
comment on column fct_merchant_month.txns is 'Authorisation attempts, approved or not.';
comment on column fct_merchant_month.approved_txns is 'Approved attempts.';
comment on column fct_merchant_month.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column fct_merchant_month.total_fees is 'Merchant fees of approved attempts.';
comment on column fct_merchant_month.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column fct_merchant_month.first_approved_day is
'UTC day of the first approved attempt of the month; NULL without one.';
comment on column fct_merchant_month.last_approved_day is
'UTC day of the last approved attempt of the month; NULL without one.';
comment on column fct_merchant_month.refunds is 'Refunds made in the month.';
comment on column fct_merchant_month.refund_amount is 'Amount of those.';
comment on column fct_merchant_month.disputes is 'Disputes opened in the month.';
comment on column fct_merchant_month.lost_dispute_amount is
'Amount of disputes that ended in the month and were lost.';
comment on column fct_merchant_month.processing_cost is
'Attempts at the assumed cost of one, approved or not.';
comment on column fct_merchant_month.dispute_cost is
'Disputes opened at the assumed cost of handling one.';
comment on column fct_merchant_month.support_cost is
'Assumed cost of a month in which the merchant has an approved attempt.';
comment on column fct_merchant_month.credit_loss_cost is
'Assumed part of the disputes lost in the month that the merchant cannot repay.';
comment on column fct_merchant_month.partner_cost is
'Assumed commission on net_revenue when a partner acquired the merchant.';
comment on column fct_merchant_month.contribution_amount is
'net_revenue less the five costs, exact to a hundredth of a cent.';
