-- What does each merchant process, month by month, with the dimensions that filters need?
-- Grain: merchant x month x channel x payment method with attempts. Sources: merchants,
-- fct_merchant_mix_month.
create or replace temp view merchant_months as
select
    mix.merchant_id,
    merchants.merchant_name,
    make_date(
        cast((mix.month_number - 1) // 12 as integer),
        cast((mix.month_number - 1) % 12 + 1 as integer),
        1
    ) as month,
    merchants.region,
    merchants.industry,
    merchants.merchant_size,
    mix.channel,
    mix.payment_method,
    mix.txns,
    mix.approved_txns,
    mix.gpv,
    mix.total_fees,
    mix.net_revenue
from fct_merchant_mix_month as mix
inner join merchants
    on mix.merchant_id = merchants.merchant_id
order by
    mix.merchant_id,
    month,
    mix.channel,
    mix.payment_method;

comment on view merchant_months is
'Processing of merchants by month. Grain: merchant x month x channel x method with attempts.';
comment on column merchant_months.merchant_id is 'Key of the merchant.';
comment on column merchant_months.merchant_name is 'Trading name.';
comment on column merchant_months.month is 'First day of the month.';
comment on column merchant_months.region is 'Region of the merchant.';
comment on column merchant_months.industry is 'Industry of the merchant.';
comment on column merchant_months.merchant_size is 'small, medium or enterprise.';
comment on column merchant_months.channel is 'pos, ecom or inapp.';
comment on column merchant_months.payment_method is 'card, ach or wallet.';
comment on column merchant_months.txns is 'Authorisation attempts, approved or not.';
comment on column merchant_months.approved_txns is 'Approved attempts.';
comment on column merchant_months.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column merchant_months.total_fees is 'Merchant fees of approved attempts.';
comment on column merchant_months.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
