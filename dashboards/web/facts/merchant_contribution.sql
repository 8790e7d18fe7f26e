-- What is left of each merchant's net revenue after the costs of serving it?
-- Grain: merchant x month x channel x payment method. Sources: fct_merchant_mix_month, fct_disputes,
-- cost_assumptions, merchants, dim_calendar. It is fct_merchant_month split over channel and method: disputes
-- by their sale, support by approved attempts, rounded so that the parts add up to the whole.
create table facts.merchant_contribution as
with months as (
    select distinct month, month_number from analytics.dim_calendar
),

drivers as (
    select
        merchant_id,
        month_number,
        channel::varchar as channel,
        payment_method::varchar as payment_method,
        txns,
        approved_txns,
        net_revenue,
        0 as disputes,
        0::decimal(18, 2) as lost_amount
    from analytics.fct_merchant_mix_month
    union all
    select merchant_id, month_number, channel::varchar, payment_method::varchar, 0, 0, 0, 1, 0
    from analytics.fct_disputes
    union all
    select merchant_id, resolved_month_number, channel::varchar, payment_method::varchar, 0, 0, 0, 0, amount
    from analytics.fct_disputes
    where status = 'lost' and resolved_month_number is not null
),

cells as (
    select
        merchant_id,
        month_number,
        channel,
        payment_method,
        sum(txns)::bigint as txns,
        sum(approved_txns)::bigint as approved_txns,
        sum(net_revenue)::decimal(18, 2) as net_revenue,
        sum(disputes)::bigint as disputes,
        sum(lost_amount)::decimal(18, 2) as lost_amount
    from drivers
    group by all
),

shared as (
    select
        *,
        sum(approved_txns) over own as approved_so_far,
        sum(approved_txns) over (partition by merchant_id, month_number) as approved_in_month
    from cells
    window own as (partition by merchant_id, month_number order by channel, payment_method)
),

costed as (
    select
        shared.*,
        (
            shared.txns * costs.processing_cost_per_txn
            + shared.disputes * costs.handling_cost_per_dispute
            + shared.lost_amount * costs.credit_loss_share
            + if(merchants.sales_channel = 'partner', shared.net_revenue * costs.partner_commission_share, 0)
        )::decimal(18, 4) as direct_cost,
        if(
            approved_in_month = 0,
            0,
            round(costs.support_cost_per_active_month::double * approved_so_far / approved_in_month, 4)
            - round(
                costs.support_cost_per_active_month::double * (approved_so_far - approved_txns) / approved_in_month, 4
            )
        )::decimal(18, 4) as support_cost
    from shared
    inner join analytics.merchants using (merchant_id)
    cross join analytics.cost_assumptions as costs
)

select
    costed.merchant_id::integer as merchant_id,
    months.month,
    merchants.region,
    merchants.industry,
    merchants.merchant_size,
    costed.channel::facts.channel_name as channel,
    costed.payment_method::facts.method_name as payment_method,
    (costed.net_revenue - costed.direct_cost - costed.support_cost)::decimal(18, 4) as contribution_amount
from costed
inner join months using (month_number)
inner join facts.merchants as merchants using (merchant_id)
order by month, channel, payment_method, region, industry, merchant_size, merchant_id;

-- The split must lose nothing: an error here stops the build.
select
    if(
        split.contribution_amount = whole.contribution_amount,
        'ok',
        error(format('facts.merchant_contribution adds up to {}, fct_merchant_month to {}', split.contribution_amount, whole.contribution_amount))
    ) as contribution_is_whole
from (select sum(contribution_amount) as contribution_amount from facts.merchant_contribution) as split
cross join (select sum(contribution_amount) as contribution_amount from analytics.fct_merchant_month) as whole;
