-- What do the six dashboard filters leave? Every measure here adds up over every dimension.
-- Grain: UTC day x region x industry x merchant size x channel x payment method, with attempts.
-- Sources: fct_attempts, merchants. A table, since every view of days, weeks, months and segments
-- sums it: as a view, each would scan every attempt again. It lies in the order of its key, so that
-- filters of days read few blocks and the mart need not be sorted.
create or replace table fct_payments_daily as
select
    fct_attempts.day as day,
    merchants.region as region,
    merchants.industry as industry,
    merchants.merchant_size as merchant_size,
    fct_attempts.channel as channel,
    fct_attempts.payment_method as payment_method,
    cast(sum(fct_attempts.gpv) as decimal(18, 2)) as gpv,
    cast(sum(fct_attempts.txns) as bigint) as txns,
    cast(sum(fct_attempts.approved_txns) as bigint) as approved_txns,
    cast(sum(fct_attempts.total_fees) as decimal(18, 2)) as total_fees,
    cast(sum(fct_attempts.net_revenue) as decimal(18, 2)) as net_revenue
from fct_attempts
inner join merchants on fct_attempts.merchant_id = merchants.merchant_id
group by
    fct_attempts.day,
    merchants.region,
    merchants.industry,
    merchants.merchant_size,
    fct_attempts.channel,
    fct_attempts.payment_method
order by day, region, industry, merchant_size, channel, payment_method;

comment on table fct_payments_daily is
'Additive cube behind every filter. Grain: day x region x industry x size x channel x method.';
comment on column fct_payments_daily.day is 'UTC day.';
comment on column fct_payments_daily.region is 'Region of the merchant.';
comment on column fct_payments_daily.industry is 'Industry of the merchant.';
comment on column fct_payments_daily.merchant_size is 'small, medium or enterprise.';
comment on column fct_payments_daily.channel is 'pos, ecom or inapp.';
comment on column fct_payments_daily.payment_method is 'card, ach or wallet.';
comment on column fct_payments_daily.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column fct_payments_daily.txns is 'Authorisation attempts, approved or not.';
comment on column fct_payments_daily.approved_txns is 'Approved attempts.';
comment on column fct_payments_daily.total_fees is 'Merchant fees of approved attempts.';
comment on column fct_payments_daily.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
