-- Which merchants are declined for which reason?
-- Grain: merchant x month x channel x payment method x decline reason. Source: fct_attempts.
-- Region, industry and size are those of facts.merchants; all attempts are in facts.merchant_month.
create table facts.merchant_declines as
select
    merchant_id::integer as merchant_id,
    date_trunc('month', day)::date as month,
    channel::varchar::facts.channel_name as channel,
    payment_method::varchar::facts.method_name as payment_method,
    coalesce(decline_reason::varchar, 'unknown')::facts.decline_reason_name as decline_reason,
    sum(declined_txns)::integer as declined_txns,
    sum(declined_amount)::decimal(18, 2) as declined_amount
from analytics.fct_attempts
where declined_txns = 1
group by all
order by month, channel, payment_method, decline_reason, merchant_id;
