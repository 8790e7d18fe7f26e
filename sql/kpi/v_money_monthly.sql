-- What does the volume earn, what is paid back, and what is left in the end?
-- Grain: month of the reporting window. Sources: dim_calendar, fct_merchant_month, v_churn_monthly,
-- fee_list. Refunds, disputes and losses count in the month of their own event.
-- Yield, net revenue and margin rest on the fees of approved attempts alone: the assumed fees of
-- disputes and declined attempts (fee_list) stand beside them.
create or replace view v_money_monthly as
with months as (
    select
        month,
        month_number,
        is_partial_month
    from dim_calendar
    group by month, month_number, is_partial_month
),

sales as (
    select
        month_number,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue,
        sum(refunds) as refunds,
        sum(refund_amount) as refund_amount,
        sum(disputes) as disputes,
        sum(lost_dispute_amount) as lost_dispute_amount,
        sum(processing_cost) as processing_cost,
        sum(dispute_cost) as dispute_cost,
        sum(support_cost) as support_cost,
        sum(credit_loss_cost) as credit_loss_cost,
        sum(partner_cost) as partner_cost,
        sum(contribution_amount) as contribution_amount
    from fct_merchant_month
    group by month_number
),

prices as (
    select
        max(case when fee_line = 'chargeback' then price end) as chargeback_price,
        max(case when fee_line = 'attempt' then price end) as attempt_price
    from fee_list
),

all_months as (
    select
        months.month as month,
        months.is_partial_month as is_partial_month,
        cast(coalesce(sales.txns, 0) as bigint) as txns,
        cast(coalesce(sales.approved_txns, 0) as bigint) as approved_txns,
        cast(coalesce(sales.gpv, 0) as decimal(18, 2)) as gpv,
        cast(coalesce(sales.total_fees, 0) as decimal(18, 2)) as total_fees,
        cast(coalesce(sales.net_revenue, 0) as decimal(18, 2)) as net_revenue,
        cast(coalesce(sales.refunds, 0) as bigint) as refunds,
        cast(coalesce(sales.refund_amount, 0) as decimal(18, 2)) as refund_amount,
        cast(coalesce(sales.disputes, 0) as bigint) as disputes,
        cast(coalesce(sales.lost_dispute_amount, 0) as decimal(18, 2)) as lost_dispute_amount,
        cast(coalesce(sales.processing_cost, 0) as decimal(18, 4)) as processing_cost,
        cast(coalesce(sales.dispute_cost, 0) as decimal(18, 4)) as dispute_cost,
        cast(coalesce(sales.support_cost, 0) as decimal(18, 4)) as support_cost,
        cast(coalesce(sales.credit_loss_cost, 0) as decimal(18, 4)) as credit_loss_cost,
        cast(coalesce(sales.partner_cost, 0) as decimal(18, 4)) as partner_cost,
        cast(coalesce(sales.contribution_amount, 0) as decimal(18, 4)) as contribution_amount,
        cast(
            cast(coalesce(sales.disputes, 0) as decimal(12, 0)) * prices.chargeback_price
            as decimal(18, 2)
        ) as chargeback_fees,
        cast(
            cast(coalesce(sales.txns, 0) - coalesce(sales.approved_txns, 0) as decimal(12, 0))
            * prices.attempt_price as decimal(18, 2)
        ) as attempt_fees,
        v_churn_monthly.active_merchants as active_merchants,
        case when v_churn_monthly.is_fully_observed then v_churn_monthly.churned_merchants end
            as churned_merchants
    from months
    cross join prices
    inner join v_churn_monthly on months.month = v_churn_monthly.month
    left join sales on months.month_number = sales.month_number
)

select
    month,
    is_partial_month,
    txns,
    approved_txns,
    gpv,
    total_fees,
    cast(total_fees as double) / nullif(cast(gpv as double), 0) as fee_yield,
    chargeback_fees,
    attempt_fees,
    cast(total_fees + chargeback_fees + attempt_fees as decimal(18, 2)) as gross_fee_revenue,
    cast(total_fees + chargeback_fees + attempt_fees as double)
    / nullif(cast(gpv as double), 0) as gross_fee_rate,
    cast(total_fees - net_revenue as decimal(18, 2)) as network_fees,
    cast(total_fees - net_revenue as double) / nullif(cast(total_fees as double), 0)
        as pass_through_rate,
    net_revenue,
    cast(net_revenue as double) / nullif(cast(gpv as double), 0) as net_take_rate,
    refunds,
    cast(refunds as double) / nullif(approved_txns, 0) as refund_rate,
    refund_amount,
    cast(refund_amount as double) / nullif(cast(gpv as double), 0) as refund_value_rate,
    disputes,
    lost_dispute_amount,
    cast(gpv - refund_amount - lost_dispute_amount as decimal(18, 2)) as net_volume_amount,
    processing_cost,
    dispute_cost,
    support_cost,
    credit_loss_cost,
    partner_cost,
    contribution_amount,
    cast(contribution_amount as double) / nullif(cast(gpv as double), 0) as contribution_rate,
    active_merchants,
    cast(net_revenue as double) / nullif(active_merchants, 0) as arpa,
    churned_merchants,
    cast(contribution_amount as double) / nullif(churned_merchants, 0) as short_form_ltv
from all_months;

comment on view v_money_monthly is
'From gross fees to contribution margin. Grain: month of the window.';
comment on column v_money_monthly.month is 'First day of the month.';
comment on column v_money_monthly.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_money_monthly.txns is 'Authorisation attempts, approved or not.';
comment on column v_money_monthly.approved_txns is 'Approved attempts.';
comment on column v_money_monthly.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column v_money_monthly.total_fees is
'Merchant fees of approved attempts.';
comment on column v_money_monthly.fee_yield is
'total_fees / gpv: the yield of what was settled; 0.021 is 210 basis points.';
comment on column v_money_monthly.chargeback_fees is
'disputes at the assumed price of one (fee_list).';
comment on column v_money_monthly.attempt_fees is
'Declined attempts at the assumed price of one (fee_list).';
comment on column v_money_monthly.gross_fee_revenue is
'total_fees + chargeback_fees + attempt_fees.';
comment on column v_money_monthly.gross_fee_rate is 'gross_fee_revenue / gpv.';
comment on column v_money_monthly.network_fees is
'Interchange and scheme fees of approved attempts.';
comment on column v_money_monthly.pass_through_rate is 'network_fees / total_fees.';
comment on column v_money_monthly.net_revenue is 'total_fees - network_fees.';
comment on column v_money_monthly.net_take_rate is 'net_revenue / gpv.';
comment on column v_money_monthly.refunds is 'Refunds made in the month, of whatever sale.';
comment on column v_money_monthly.refund_rate is
'refunds / approved_txns: the view by event; that by sale is v_refund_triangle.';
comment on column v_money_monthly.refund_amount is 'Amount refunded in the month.';
comment on column v_money_monthly.refund_value_rate is 'refund_amount / gpv.';
comment on column v_money_monthly.disputes is 'Disputes opened in the month, of whatever sale.';
comment on column v_money_monthly.lost_dispute_amount is
'Amount of disputes that ended in the month and were lost.';
comment on column v_money_monthly.net_volume_amount is
'gpv - refund_amount - lost_dispute_amount, each in the month of its own event.';
comment on column v_money_monthly.processing_cost is
'Attempts at the assumed cost of one (cost_assumptions).';
comment on column v_money_monthly.dispute_cost is
'Disputes opened at the assumed cost of handling one.';
comment on column v_money_monthly.support_cost is
'Active merchants at the assumed cost of supporting one for a month.';
comment on column v_money_monthly.credit_loss_cost is
'Assumed part of lost_dispute_amount that merchants cannot repay.';
comment on column v_money_monthly.partner_cost is
'Assumed commission on the net revenue of merchants that a partner acquired.';
comment on column v_money_monthly.contribution_amount is
'Contribution margin: net_revenue less the five costs.';
comment on column v_money_monthly.contribution_rate is 'contribution_amount / gpv.';
comment on column v_money_monthly.active_merchants is
'Merchants with at least one approved attempt in the month.';
comment on column v_money_monthly.arpa is
'Average revenue per account: net_revenue / active_merchants, USD.';
comment on column v_money_monthly.churned_merchants is
'Those who churned in the month (v_churn_monthly); NULL until 90 days have gone by.';
comment on column v_money_monthly.short_form_ltv is
'contribution_amount / churned_merchants, USD: margin per account over the monthly churn rate.';
