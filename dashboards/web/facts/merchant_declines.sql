-- Which merchants are declined for which reason?
-- Grain: merchant x month x channel x payment method x decline reason. Sources: fct_attempts, merchants. All attempts are in
-- facts.merchant_month.
create table facts.merchant_declines as
select
    attempts.merchant_id::integer as merchant_id,
    date_trunc('month', attempts.day)::date as month,
    merchants.region,
    merchants.industry,
    merchants.merchant_size,
    attempts.channel::varchar::facts.channel_name as channel,
    attempts.payment_method::varchar::facts.method_name as payment_method,
    coalesce(attempts.decline_reason::varchar, 'unknown')::facts.decline_reason_name as decline_reason,
    sum(attempts.declined_txns)::integer as declined_txns,
    sum(attempts.declined_amount)::decimal(18, 2) as declined_amount
from analytics.fct_attempts as attempts
inner join facts.merchants as merchants using (merchant_id)
where attempts.declined_txns = 1
group by all
order by month, channel, payment_method, decline_reason, region, industry, merchant_size, merchant_id;
