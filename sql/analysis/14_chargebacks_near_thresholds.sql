-- Which industries come near the card schemes' chargeback thresholds, and which merchants crossed them?
-- For Risk. From fct_disputes, fct_attempts, scheme_rules and v_scheme_monitor: by industry and programme, disputes
-- opened in the window over its sales, counted as the programme counts (VAMP: Visa but for the point of sale, a fraud
-- dispute twice; ECM: Mastercard). Programmes judge merchants, not industries: the ratio tells where to look. The
-- threshold is the lowest in force on the window's last day, or before the programme's first day the first to come;
-- Visa's own rule for the Middle East and North Africa is left to v_scheme_monitor.
create or replace temp table evidence as
with rules as (
    select
        scheme_rules.programme,
        scheme_rules.scheme,
        scheme_rules.min_ratio_bps / 10000 as threshold_rate
    from scheme_rules
    cross join v_kpi_total as reporting
    where
        scheme_rules.programme in ('VAMP', 'ECM')
        and scheme_rules.market <> 'MENA'
        and scheme_rules.valid_until >= reporting.last_day
    qualify
        row_number() over (
            partition by scheme_rules.programme order by scheme_rules.valid_from, scheme_rules.min_ratio_bps
        ) = 1
),

sales as (
    select
        merchants.industry,
        rules.programme,
        sum(attempts.approved_txns) as sale_txns
    from fct_attempts as attempts
    inner join merchants on attempts.merchant_id = merchants.merchant_id
    inner join rules
        on
            attempts.card_brand::varchar = rules.scheme
            and (rules.programme = 'ECM' or attempts.channel::varchar <> 'pos')
    group by all
),

opened as (
    select
        disputes.industry,
        rules.programme,
        sum(1 + if(rules.programme = 'VAMP', disputes.fraud_disputes, 0)) as items
    from fct_disputes as disputes
    inner join rules
        on
            disputes.card_brand = rules.scheme
            and (rules.programme = 'ECM' or disputes.channel::varchar <> 'pos')
    group by all
),

crossed as (
    select
        industry,
        programme,
        count(distinct merchant_id) as merchants_above
    from v_scheme_monitor
    where level_reached <> 'none'
    group by all
)

select
    sales.industry::varchar as industry,
    sales.programme,
    coalesce(opened.items, 0)::bigint as items,
    sales.sale_txns::bigint as sale_txns,
    coalesce(opened.items, 0) / nullif(sales.sale_txns, 0) as chargeback_rate,
    rules.threshold_rate,
    rules.threshold_rate - coalesce(opened.items, 0) / nullif(sales.sale_txns, 0) as distance_rate,
    coalesce(crossed.merchants_above, 0) as merchants_above,
    sum(coalesce(crossed.merchants_above, 0)) over () as all_merchants_above
from sales
inner join rules on sales.programme = rules.programme
left join opened on sales.industry = opened.industry and sales.programme = opened.programme
left join crossed on sales.industry = crossed.industry and sales.programme = crossed.programme;

select * from evidence
order by distance_rate, industry, programme;

with nearest as (
    select * from evidence
    where sale_txns > 0
    qualify row_number() over (partition by programme order by distance_rate, industry) = 1
)

select
    coalesce(
        format(
            'From {} to {} nearest to a threshold: ', any_value(reporting.first_day)::varchar,
            any_value(reporting.last_day)::varchar
        )
        || string_agg(
            format(
                '{} in {} with {:.1f} basis points of {:,} sales (threshold {:.0f} basis points)',
                nearest.industry, nearest.programme, 10000 * nearest.chargeback_rate, nearest.sale_txns,
                10000 * nearest.threshold_rate
            ), ', ' order by nearest.distance_rate, nearest.programme
        )
        || if(
            max(nearest.all_merchants_above) = 0,
            '. No merchant reached a level of a programme.',
            format(
                '. Merchants that reached a level of a programme: {}.',
                max(nearest.all_merchants_above)::bigint
            )
        ),
        'Not enough data: no Visa or Mastercard payment was approved.'
    ) as answer
from nearest
cross join v_kpi_total as reporting;
