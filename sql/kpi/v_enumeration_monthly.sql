-- How much of a merchant's remote business was card testing?
-- Grain: merchant x month with enumerated attempts. Sources: fct_enumerated_days,
-- fct_merchant_mix_month, merchants, dim_calendar. Visa's threshold for the ratio is not confirmed
-- by any page that could be read, so none is shown; Visa counts its own cards, this all brands.
create or replace view v_enumeration_monthly as
with months as (
    select
        month,
        month_number,
        is_partial_month
    from dim_calendar
    group by month, month_number, is_partial_month
),

enumerated as (
    select
        merchant_id,
        month_number,
        count(*) as enumerated_days,
        sum(enumerated_txns) as enumerated_txns,
        sum(approved_txns) as enumerated_approved_txns
    from fct_enumerated_days
    group by merchant_id, month_number
),

remote as (
    select
        fct_merchant_mix_month.merchant_id as merchant_id,
        fct_merchant_mix_month.month_number as month_number,
        sum(fct_merchant_mix_month.txns) as remote_txns
    from fct_merchant_mix_month
    inner join enumerated
        on
            fct_merchant_mix_month.merchant_id = enumerated.merchant_id
            and fct_merchant_mix_month.month_number = enumerated.month_number
    where
        fct_merchant_mix_month.channel <> 'pos'
        and fct_merchant_mix_month.payment_method <> 'ach'
    group by fct_merchant_mix_month.merchant_id, fct_merchant_mix_month.month_number
)

select
    enumerated.merchant_id as merchant_id,
    merchants.merchant_name as merchant_name,
    merchants.industry as industry,
    merchants.region as region,
    merchants.merchant_size as merchant_size,
    months.month as month,
    months.is_partial_month as is_partial_month,
    cast(enumerated.enumerated_days as bigint) as enumerated_days,
    cast(enumerated.enumerated_txns as bigint) as enumerated_txns,
    cast(enumerated.enumerated_approved_txns as bigint) as enumerated_approved_txns,
    cast(remote.remote_txns as bigint) as remote_txns,
    cast(enumerated.enumerated_txns as double) / nullif(remote.remote_txns, 0)
        as enumeration_rate
from enumerated
inner join remote
    on
        enumerated.merchant_id = remote.merchant_id
        and enumerated.month_number = remote.month_number
inner join months on enumerated.month_number = months.month_number
inner join merchants on enumerated.merchant_id = merchants.merchant_id;

comment on view v_enumeration_monthly is
'Card testing at merchants. Grain: merchant x month with enumerated attempts.';
comment on column v_enumeration_monthly.merchant_id is 'Key of the merchant.';
comment on column v_enumeration_monthly.merchant_name is 'Trading name.';
comment on column v_enumeration_monthly.industry is 'Industry of the merchant.';
comment on column v_enumeration_monthly.region is 'Region of the merchant.';
comment on column v_enumeration_monthly.merchant_size is 'small, medium or enterprise.';
comment on column v_enumeration_monthly.month is 'First day of the month.';
comment on column v_enumeration_monthly.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_enumeration_monthly.enumerated_days is 'Days with a burst of card testing.';
comment on column v_enumeration_monthly.enumerated_txns is
'Attempts of those bursts (fct_enumerated_days), approved or not.';
comment on column v_enumeration_monthly.enumerated_approved_txns is
'Those approved: cards found to work.';
comment on column v_enumeration_monthly.remote_txns is
'All attempts by card or wallet of the month that were not made at the point of sale.';
comment on column v_enumeration_monthly.enumeration_rate is
'enumerated_txns / remote_txns: what Visa calls the enumeration ratio, for all card brands.';
