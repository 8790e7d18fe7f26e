-- Why were attempts declined, and which declines were tried again?
-- Grain: day x region x industry x merchant size x channel x payment method x response code x attempt number.
-- Sources: fct_declines_daily, fct_retried_attempts, response_codes. What followed a decline within 30 days is counted on the
-- day of the decline; is_settled says that these 30 days lie inside the reporting window.
create table facts.declines_daily as
with retried as (
    select
        day,
        region::varchar as region,
        industry::varchar as industry,
        merchant_size::varchar as merchant_size,
        channel::varchar as channel,
        payment_method::varchar as payment_method,
        coalesce(response_code::varchar, 'unknown') as response_code,
        attempt_no,
        sum(is_retried) as retried_txns,
        sum(if(is_retried = 1, amount, 0)) as retried_amount,
        sum(is_recovered) as recovered_txns,
        sum(if(is_recovered = 1, amount, 0)) as recovered_amount
    from analytics.fct_retried_attempts
    where approved_txns = 0
    group by all
),

declines as (
    select
        day,
        region::varchar as region,
        industry::varchar as industry,
        merchant_size::varchar as merchant_size,
        channel::varchar as channel,
        payment_method::varchar as payment_method,
        coalesce(decline_reason::varchar, 'unknown') as decline_reason,
        coalesce(response_code::varchar, 'unknown') as response_code,
        attempt_no,
        sum(declined_txns) as declined_txns,
        sum(declined_amount) as declined_amount
    from analytics.fct_declines_daily
    group by all
)

select
    declines.day,
    declines.region::facts.region_name as region,
    declines.industry::facts.industry_name as industry,
    declines.merchant_size::facts.size_name as merchant_size,
    declines.channel::facts.channel_name as channel,
    declines.payment_method::facts.method_name as payment_method,
    declines.decline_reason::facts.decline_reason_name as decline_reason,
    declines.response_code::facts.response_code_name as response_code,
    coalesce(response_codes.decline_class, 'unknown')::facts.decline_class_name as decline_class,
    coalesce(response_codes.is_never_retry, false) as is_never_retry,
    declines.attempt_no::utinyint as attempt_no,
    declines.day + 30 <= meta.end_date as is_settled,
    declines.declined_txns::integer as declined_txns,
    coalesce(retried.retried_txns, 0)::integer as retried_txns,
    coalesce(retried.recovered_txns, 0)::integer as recovered_txns,
    declines.declined_amount::decimal(18, 2) as declined_amount,
    coalesce(retried.retried_amount, 0)::decimal(18, 2) as retried_amount,
    coalesce(retried.recovered_amount, 0)::decimal(18, 2) as recovered_amount
from declines
cross join facts.meta
left join retried
    using (day, region, industry, merchant_size, channel, payment_method, response_code, attempt_no)
left join analytics.response_codes using (response_code)
order by day, region, industry, merchant_size, channel, payment_method, decline_reason, response_code, attempt_no;
