-- What is left of each merchant's net revenue after the costs of serving it?
-- Grain: merchant x month with attempts, refunds or disputes. Sources: fct_merchant_month,
-- merchants, cost_assumptions. The contribution margin is defined here and nowhere else; what it is
-- made of stands beside it, so that nobody has to join the two.
create or replace view fct_contribution_month as
with costs as (
    select
        fct_merchant_month.merchant_id as merchant_id,
        fct_merchant_month.month_number as month_number,
        fct_merchant_month.txns as txns,
        fct_merchant_month.approved_txns as approved_txns,
        fct_merchant_month.gpv as gpv,
        fct_merchant_month.total_fees as total_fees,
        fct_merchant_month.net_revenue as net_revenue,
        fct_merchant_month.refunds as refunds,
        fct_merchant_month.refund_amount as refund_amount,
        fct_merchant_month.disputes as disputes,
        fct_merchant_month.lost_dispute_amount as lost_dispute_amount,
        cast(
            cast(fct_merchant_month.txns as decimal(9, 0))
            * cost_assumptions.processing_cost_per_txn as decimal(18, 4)
        ) as processing_cost,
        cast(
            cast(fct_merchant_month.disputes as decimal(9, 0))
            * cost_assumptions.handling_cost_per_dispute as decimal(18, 4)
        ) as dispute_cost,
        cast(
            case
                when fct_merchant_month.approved_txns > 0
                    then cost_assumptions.support_cost_per_active_month
                else 0
            end as decimal(18, 4)
        ) as support_cost,
        cast(
            fct_merchant_month.lost_dispute_amount * cost_assumptions.credit_loss_share
            as decimal(18, 4)
        ) as credit_loss_cost,
        cast(
            case
                when merchants.sales_channel = 'partner'
                    then
                        fct_merchant_month.net_revenue * cost_assumptions.partner_commission_share
                else 0
            end as decimal(18, 4)
        ) as partner_cost
    from fct_merchant_month
    inner join merchants on fct_merchant_month.merchant_id = merchants.merchant_id
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

comment on view fct_contribution_month is
'Contribution margin of merchants. Grain: merchant x month with attempts, refunds or disputes.';
comment on column fct_contribution_month.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_contribution_month.month_number is 'Year * 12 + month.';
comment on column fct_contribution_month.txns is 'Authorisation attempts, approved or not.';
comment on column fct_contribution_month.approved_txns is 'Approved attempts.';
comment on column fct_contribution_month.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column fct_contribution_month.total_fees is 'Merchant fees of approved attempts.';
comment on column fct_contribution_month.refunds is 'Refunds made in the month.';
comment on column fct_contribution_month.refund_amount is 'Amount of those.';
comment on column fct_contribution_month.disputes is 'Disputes opened in the month.';
comment on column fct_contribution_month.lost_dispute_amount is
'Amount of disputes that ended in the month and were lost.';
comment on column fct_contribution_month.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column fct_contribution_month.processing_cost is
'Attempts at the assumed cost of one, approved or not.';
comment on column fct_contribution_month.dispute_cost is
'Disputes opened at the assumed cost of handling one.';
comment on column fct_contribution_month.support_cost is
'Assumed cost of a month in which the merchant has an approved attempt.';
comment on column fct_contribution_month.credit_loss_cost is
'Assumed part of the disputes lost in the month that the merchant cannot repay.';
comment on column fct_contribution_month.partner_cost is
'Assumed commission on net_revenue when a partner acquired the merchant.';
comment on column fct_contribution_month.contribution_amount is
'net_revenue less the five costs, exact to a hundredth of a cent.';
