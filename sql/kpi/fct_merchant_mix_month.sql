-- What did each merchant process in each month, through which channel and method?
-- Grain: merchant x month x channel x payment method with attempts. Source: fct_attempts.
-- A table: views of merchants, cohorts, managers and growth all sum it.
create or replace table fct_merchant_mix_month as
select
    merchant_id,
    cast(month_number as bigint) as month_number,
    channel,
    payment_method,
    cast(sum(txns) as bigint) as txns,
    cast(sum(approved_txns) as bigint) as approved_txns,
    cast(sum(gpv) as decimal(18, 2)) as gpv,
    cast(sum(total_fees) as decimal(18, 2)) as total_fees,
    cast(sum(net_revenue) as decimal(18, 2)) as net_revenue,
    min(case when approved_txns = 1 then day end) as first_approved_day,
    max(case when approved_txns = 1 then day end) as last_approved_day
from fct_attempts
group by merchant_id, cast(month_number as bigint), channel, payment_method;

comment on table fct_merchant_mix_month is
'Processing of merchants. Grain: merchant x month x channel x payment method with attempts.';
comment on column fct_merchant_mix_month.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_merchant_mix_month.month_number is 'Year * 12 + month.';
comment on column fct_merchant_mix_month.channel is 'pos, ecom or inapp.';
comment on column fct_merchant_mix_month.payment_method is 'card, ach or wallet.';
comment on column fct_merchant_mix_month.txns is 'Authorisation attempts, approved or not.';
comment on column fct_merchant_mix_month.approved_txns is 'Approved attempts.';
comment on column fct_merchant_mix_month.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column fct_merchant_mix_month.total_fees is 'Merchant fees of approved attempts.';
comment on column fct_merchant_mix_month.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column fct_merchant_mix_month.first_approved_day is
'UTC day of the first approved attempt; NULL without one.';
comment on column fct_merchant_mix_month.last_approved_day is
'UTC day of the last approved attempt; NULL without one.';
