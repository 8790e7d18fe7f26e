-- What was disputed, why, of which month's sales, and how did it end?
-- Grain: day opened x month of the sale x region x industry x merchant size x channel x payment method (both of
-- the sale) x reason x status x within 120 days or later. Source: fct_disputes.
create table facts.disputes as
select
    day,
    date_trunc('month', sale_day)::date as sale_month,
    region::varchar::facts.region_name as region,
    industry::varchar::facts.industry_name as industry,
    merchant_size::varchar::facts.size_name as merchant_size,
    channel::varchar::facts.channel_name as channel,
    payment_method::varchar::facts.method_name as payment_method,
    reason::varchar as reason,
    status::varchar as status,
    day - sale_day <= 120 as is_within_120_days,
    count(*)::integer as disputes,
    sum(fraud_disputes)::integer as fraud_disputes,
    sum(amount)::decimal(18, 2) as disputed_amount
from analytics.fct_disputes
group by all
order by all;
