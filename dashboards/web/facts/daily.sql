-- How much was tried, approved, charged and kept?
-- Grain: day x region x industry x merchant size x channel x payment method. Source: marts/payments_daily.
create table facts.daily as
select
    day,
    region::facts.region_name as region,
    industry::facts.industry_name as industry,
    merchant_size::facts.size_name as merchant_size,
    channel::facts.channel_name as channel,
    payment_method::facts.method_name as payment_method,
    txns::integer as txns,
    approved_txns::integer as approved_txns,
    gpv::decimal(18, 2) as gpv,
    total_fees::decimal(18, 2) as total_fees,
    net_revenue::decimal(18, 2) as net_revenue
from read_parquet(getvariable('data_dir') || '/marts/payments_daily.parquet')
order by day, region, industry, merchant_size, channel, payment_method;
