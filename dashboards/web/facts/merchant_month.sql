-- What did each merchant process?
-- Grain: merchant x month x channel x payment method. Sources: marts/merchant_mix_month, dim_calendar, merchants.
create table facts.merchant_month as
select
    mix.merchant_id::integer as merchant_id,
    months.month,
    merchants.region,
    merchants.industry,
    merchants.merchant_size,
    mix.channel::facts.channel_name as channel,
    mix.payment_method::facts.method_name as payment_method,
    mix.txns::integer as txns,
    mix.approved_txns::integer as approved_txns,
    mix.gpv::decimal(18, 2) as gpv,
    mix.total_fees::decimal(18, 2) as total_fees,
    mix.net_revenue::decimal(18, 2) as net_revenue
from read_parquet(getvariable('data_dir') || '/marts/merchant_mix_month.parquet') as mix
inner join (select distinct month, month_number from analytics.dim_calendar) as months using (month_number)
inner join facts.merchants as merchants using (merchant_id)
order by month, channel, payment_method, region, industry, merchant_size, merchant_id;
