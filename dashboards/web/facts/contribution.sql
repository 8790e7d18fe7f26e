-- What did sales earn, and what was left after the costs of serving merchants?
-- Grain: month x region x industry x merchant size x channel x payment method. Sources: facts.merchant_contribution,
-- marts/payments_daily.
create table facts.contribution as
with parts as (
    select
        month,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        0::decimal(18, 2) as gpv,
        0::decimal(18, 2) as total_fees,
        0::decimal(18, 2) as net_revenue,
        contribution_amount
    from facts.merchant_contribution
    union all
    select
        date_trunc('month', day)::date,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        gpv,
        total_fees,
        net_revenue,
        0
    from facts.daily
)

select
    month,
    region,
    industry,
    merchant_size,
    channel,
    payment_method,
    sum(gpv)::decimal(18, 2) as gpv,
    sum(total_fees)::decimal(18, 2) as total_fees,
    sum(net_revenue)::decimal(18, 2) as net_revenue,
    sum(contribution_amount)::decimal(18, 4) as contribution_amount
from parts
group by all
order by month, region, industry, merchant_size, channel, payment_method;
