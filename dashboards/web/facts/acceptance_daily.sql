-- How many payments went through at the first attempt, and how many after retries?
-- Grain: day of the first attempt x region x industry x merchant size x channel x payment method.
-- Source: marts/acceptance_daily. A payment is counted once, on the day that it was first tried.
create table facts.acceptance_daily as
select
    day,
    region::facts.region_name as region,
    industry::facts.industry_name as industry,
    merchant_size::facts.size_name as merchant_size,
    channel::facts.channel_name as channel,
    payment_method::facts.method_name as payment_method,
    payments::integer as payments,
    first_sent_payments::integer as first_sent_payments,
    first_approved_payments::integer as first_approved_payments,
    sent_payments::integer as sent_payments,
    recovered_payments::integer as recovered_payments,
    accepted_payments::integer as accepted_payments,
    payments_amount::decimal(18, 2) as payments_amount,
    recovered_amount::decimal(18, 2) as recovered_amount,
    accepted_amount::decimal(18, 2) as accepted_amount
from read_parquet(getvariable('data_dir') || '/marts/acceptance_daily.parquet')
order by day, region, industry, merchant_size, channel, payment_method;
