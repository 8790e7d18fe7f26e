-- What was paid back, when, and of which month's sales?
-- Grain: day of the refund x month of the sale x region x industry x merchant size x channel x payment method
-- (both of the sale). Source: fct_refunds.
create table facts.refunds as
select
    day,
    date_trunc('month', sale_day)::date as sale_month,
    region::varchar::facts.region_name as region,
    industry::varchar::facts.industry_name as industry,
    merchant_size::varchar::facts.size_name as merchant_size,
    channel::varchar::facts.channel_name as channel,
    payment_method::varchar::facts.method_name as payment_method,
    count(*)::integer as refunds,
    sum(amount)::decimal(18, 2) as refund_amount
from analytics.fct_refunds
group by all
order by day, sale_month, region, industry, merchant_size, channel, payment_method;
