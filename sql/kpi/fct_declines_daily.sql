-- What was declined, why and at which attempt? Behind the six filters, every measure adds up.
-- Grain: UTC day x region x industry x merchant size x channel x payment method x decline reason
-- x response code x attempt number. Sources: fct_attempts, merchants. A table: four views sum it.
create or replace table fct_declines_daily as
select
    fct_attempts.day as day,
    merchants.region as region,
    merchants.industry as industry,
    merchants.merchant_size as merchant_size,
    fct_attempts.channel as channel,
    fct_attempts.payment_method as payment_method,
    fct_attempts.decline_reason as decline_reason,
    fct_attempts.response_code as response_code,
    fct_attempts.attempt_no as attempt_no,
    cast(sum(fct_attempts.declined_txns) as bigint) as declined_txns,
    cast(sum(fct_attempts.declined_amount) as decimal(18, 2)) as declined_amount
from fct_attempts
inner join merchants on fct_attempts.merchant_id = merchants.merchant_id
where fct_attempts.declined_txns = 1
group by
    fct_attempts.day,
    merchants.region,
    merchants.industry,
    merchants.merchant_size,
    fct_attempts.channel,
    fct_attempts.payment_method,
    fct_attempts.decline_reason,
    fct_attempts.response_code,
    fct_attempts.attempt_no;

comment on table fct_declines_daily is
'Additive cube of declines. Grain: cell of fct_payments_daily x reason x code x attempt number.';
comment on column fct_declines_daily.day is 'UTC day.';
comment on column fct_declines_daily.region is 'Region of the merchant.';
comment on column fct_declines_daily.industry is 'Industry of the merchant.';
comment on column fct_declines_daily.merchant_size is 'small, medium or enterprise.';
comment on column fct_declines_daily.channel is 'pos, ecom or inapp.';
comment on column fct_declines_daily.payment_method is 'card, ach or wallet.';
comment on column fct_declines_daily.decline_reason is
'Why it was declined; NULL when a declined attempt names no reason.';
comment on column fct_declines_daily.response_code is 'Answer; refers to response_codes.';
comment on column fct_declines_daily.attempt_no is '1 for first attempts, 2 and more for retries.';
comment on column fct_declines_daily.declined_txns is 'Declined attempts.';
comment on column fct_declines_daily.declined_amount is 'Amount of the declined attempts.';
