-- Which merchants come near the card schemes' monitoring programmes?
-- Grain: merchant x programme x month of the reporting window with disputes that it counts.
-- Sources: fct_disputes, fct_attempts, merchants, dim_calendar, scheme_rules, scheme_markets.
-- Thresholds hold from their first day (scheme_rules): before it the ratio stands without one. Only
-- merchants with disputes are counted, each by the rule of its country (scheme_markets), and their
-- sales only in months that a ratio rests on: for Visa that of the disputes, for Mastercard the one
-- before.
create or replace view v_scheme_monitor as
with months_needed as (
    select
        merchant_id,
        month_number
    from fct_disputes
    where card_brand = 'visa'
    union
    select
        merchant_id,
        month_number - 1 as month_number
    from fct_disputes
    where card_brand = 'mastercard'
),

sales as (
    select
        fct_attempts.merchant_id as merchant_id,
        fct_attempts.month_number as month_number,
        sum(
            case
                when fct_attempts.card_brand = 'visa' and fct_attempts.channel <> 'pos' then 1
                else 0
            end
        ) as visa_remote_txns,
        sum(case when fct_attempts.card_brand = 'mastercard' then 1 else 0 end) as mastercard_txns,
        sum(case when fct_attempts.card_brand = 'mastercard' then fct_attempts.gpv else 0 end)
            as mastercard_gpv,
        sum(
            case
                when fct_attempts.card_brand = 'mastercard' and fct_attempts.channel <> 'pos' then 1
                else 0
            end
        ) as mastercard_remote_txns,
        sum(
            case
                when
                    fct_attempts.card_brand = 'mastercard'
                    and fct_attempts.channel <> 'pos'
                    and fct_attempts.is_authenticated
                    then 1
                else 0
            end
        ) as mastercard_authenticated_txns
    from fct_attempts
    inner join months_needed
        on
            fct_attempts.merchant_id = months_needed.merchant_id
            and fct_attempts.month_number = months_needed.month_number
    where fct_attempts.approved_txns = 1
    group by fct_attempts.merchant_id, fct_attempts.month_number
),

months as (
    select
        month,
        month_number,
        max(day) as last_day
    from dim_calendar
    group by month, month_number
),

-- A fraud dispute is reported twice to Visa, as fraud and as dispute.
counted as (
    select
        'VAMP' as programme,
        merchant_id,
        month_number,
        sum(1 + fraud_disputes) as items,
        sum(amount) as items_amount
    from fct_disputes
    where card_brand = 'visa' and channel <> 'pos'
    group by merchant_id, month_number
    union all
    select
        'ECM' as programme,
        merchant_id,
        month_number,
        count(*) as items,
        sum(amount) as items_amount
    from fct_disputes
    where card_brand = 'mastercard'
    group by merchant_id, month_number
    union all
    select
        'EFM' as programme,
        merchant_id,
        month_number,
        count(*) as items,
        sum(amount) as items_amount
    from fct_disputes
    where card_brand = 'mastercard' and channel <> 'pos' and fraud_disputes = 1
    group by merchant_id, month_number
),

parts as (
    select
        months.month as month,
        months.last_day as last_day,
        counted.programme as programme,
        counted.merchant_id as merchant_id,
        cast(counted.items as bigint) as items,
        cast(counted.items_amount as decimal(18, 2)) as items_amount,
        case
            when counted.programme = 'VAMP' then cast(this_month.visa_remote_txns as bigint)
            else cast(month_before.mastercard_txns as bigint)
        end as base_txns,
        cast(
            case
                when counted.programme = 'EFM' then counted.items_amount
                else cast(counted.items as decimal(18, 2))
            end as decimal(18, 2)
        ) as ratio_numerator,
        cast(
            case
                when counted.programme = 'EFM' then month_before.mastercard_gpv
                when counted.programme = 'ECM'
                    then cast(month_before.mastercard_txns as decimal(18, 2))
                else cast(this_month.visa_remote_txns as decimal(18, 2))
            end as decimal(18, 2)
        ) as ratio_denominator,
        month_before.mastercard_remote_txns as mastercard_remote_txns,
        cast(month_before.mastercard_authenticated_txns as double)
        / nullif(month_before.mastercard_remote_txns, 0) as authenticated_share,
        case
            when counted.programme = 'VAMP'
                then coalesce(scheme_markets.visa_market, 'outside MENA')
            when counted.programme = 'EFM'
                then coalesce(scheme_markets.mastercard_market, 'unregulated')
            else 'all'
        end as market
    from counted
    inner join months on counted.month_number = months.month_number
    inner join merchants on counted.merchant_id = merchants.merchant_id
    left join scheme_markets on merchants.country = scheme_markets.country
    left join sales as this_month
        on
            counted.merchant_id = this_month.merchant_id
            and counted.month_number = this_month.month_number
    left join sales as month_before
        on
            counted.merchant_id = month_before.merchant_id
            and counted.month_number = month_before.month_number + 1
),

ratios as (
    select
        month,
        last_day,
        programme,
        merchant_id,
        items,
        items_amount,
        base_txns,
        ratio_numerator,
        ratio_denominator,
        10000 * cast(ratio_numerator as double) / nullif(cast(ratio_denominator as double), 0)
            as ratio_bps,
        mastercard_remote_txns,
        authenticated_share,
        market
    from parts
),

-- The lowest threshold in force, and the highest level reached.
levels as (
    select
        ratios.month as month,
        ratios.programme as programme,
        ratios.merchant_id as merchant_id,
        min(scheme_rules.min_ratio_bps) as threshold_bps,
        max(
            case
                when ratios.ratio_bps is null then 0
                when ratios.ratio_bps < scheme_rules.min_ratio_bps then 0
                when ratios.programme = 'VAMP' and ratios.items <= scheme_rules.min_count then 0
                when
                    ratios.programme = 'VAMP'
                    and scheme_rules.min_amount > 0
                    and ratios.items_amount <= scheme_rules.min_amount
                    then 0
                when ratios.mastercard_remote_txns < scheme_rules.min_base_txns then 0
                when ratios.authenticated_share >= scheme_rules.max_authenticated_share then 0
                when ratios.items < scheme_rules.min_count then 0
                when ratios.items_amount < scheme_rules.min_amount then 0
                when scheme_rules.rule_level = 'high' then 2
                else 1
            end
        ) as level_reached
    from ratios
    inner join scheme_rules
        on
            ratios.programme = scheme_rules.programme
            and ratios.market = scheme_rules.market
            and ratios.last_day >= scheme_rules.valid_from
            and ratios.last_day <= scheme_rules.valid_until
    group by ratios.month, ratios.programme, ratios.merchant_id
)

select
    ratios.merchant_id as merchant_id,
    merchants.merchant_name as merchant_name,
    merchants.industry as industry,
    merchants.region as region,
    ratios.programme as programme,
    ratios.market as market,
    ratios.month as month,
    ratios.items as items,
    ratios.items_amount as items_amount,
    ratios.base_txns as base_txns,
    ratios.ratio_numerator as ratio_numerator,
    ratios.ratio_denominator as ratio_denominator,
    ratios.ratio_bps as ratio_bps,
    cast(levels.threshold_bps as bigint) as threshold_bps,
    cast(levels.threshold_bps as double) - ratios.ratio_bps as distance_bps,
    case
        when levels.level_reached = 2 then 'high'
        when levels.level_reached = 1 then 'excessive'
        else 'none'
    end as level_reached,
    cast(
        sum(case when levels.level_reached > 0 then 1 else 0 end) over (
            partition by ratios.merchant_id, ratios.programme order by ratios.month
            rows between unbounded preceding and current row
        ) as bigint
    ) as months_above
from ratios
inner join merchants on ratios.merchant_id = merchants.merchant_id
left join levels
    on
        ratios.month = levels.month
        and ratios.programme = levels.programme
        and ratios.merchant_id = levels.merchant_id;

comment on view v_scheme_monitor is
'Merchants against monitoring programmes. Grain: merchant x programme x month with disputes.';
comment on column v_scheme_monitor.merchant_id is 'Key of the merchant.';
comment on column v_scheme_monitor.merchant_name is 'Trading name.';
comment on column v_scheme_monitor.industry is 'Industry of the merchant.';
comment on column v_scheme_monitor.region is 'Region of the merchant.';
comment on column v_scheme_monitor.programme is
'VAMP (Visa, not at the point of sale), ECM or EFM (Mastercard: chargebacks, fraud).';
comment on column v_scheme_monitor.market is
'Whose rule holds: MENA or outside MENA (VAMP), regulated or unregulated (EFM), all (ECM).';
comment on column v_scheme_monitor.month is 'First day of the month of the disputes.';
comment on column v_scheme_monitor.items is
'Disputes opened in the month that the programme counts; VAMP counts a fraud dispute twice.';
comment on column v_scheme_monitor.items_amount is 'Amount of those disputes, each once.';
comment on column v_scheme_monitor.base_txns is
'VAMP: Visa sales of the month but for POS; ECM, EFM: Mastercard sales of the month before.';
comment on column v_scheme_monitor.ratio_numerator is 'items; EFM: items_amount.';
comment on column v_scheme_monitor.ratio_denominator is
'base_txns; EFM: amount of the Mastercard sales of the month before.';
comment on column v_scheme_monitor.ratio_bps is
'ratio_numerator / ratio_denominator in basis points.';
comment on column v_scheme_monitor.threshold_bps is
'Lowest threshold in force on the last day of the month; NULL before the programme''s first day.';
comment on column v_scheme_monitor.distance_bps is
'threshold_bps - ratio_bps: negative above the threshold.';
comment on column v_scheme_monitor.level_reached is
'none, excessive or high: ratio, count, amount and scope as scheme_rules asks.';
comment on column v_scheme_monitor.months_above is
'Months up to this one in which the merchant reached a level of the programme.';
