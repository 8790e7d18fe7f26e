-- How near does the whole portfolio come to Visa's monitoring of acquirers?
-- Grain: month of the reporting window. Sources: dim_calendar, fct_disputes, fct_brand_month,
-- scheme_rules. Thresholds hold from their first day: before it the ratio stands without one.
create or replace view v_acquirer_monitor as
with months as (
    select
        month,
        month_number,
        is_partial_month,
        max(day) as last_day
    from dim_calendar
    group by month, month_number, is_partial_month
),

-- A fraud dispute is reported twice to Visa, as fraud and as dispute.
counted as (
    select
        month_number,
        sum(1 + fraud_disputes) as items,
        sum(fraud_disputes) as fraud_disputes,
        sum(amount) as items_amount
    from fct_disputes
    where card_brand = 'visa' and channel <> 'pos'
    group by month_number
),

ratios as (
    select
        months.month as month,
        months.is_partial_month as is_partial_month,
        months.last_day as last_day,
        cast(coalesce(counted.items, 0) as bigint) as items,
        cast(coalesce(counted.fraud_disputes, 0) as bigint) as fraud_disputes,
        cast(coalesce(counted.items_amount, 0) as decimal(18, 2)) as items_amount,
        cast(coalesce(fct_brand_month.remote_txns, 0) as bigint) as base_txns,
        10000 * cast(coalesce(counted.items, 0) as double)
        / nullif(fct_brand_month.remote_txns, 0) as acquirer_ratio_bps
    from months
    left join counted on months.month_number = counted.month_number
    left join fct_brand_month
        on
            months.month_number = fct_brand_month.month_number
            and fct_brand_month.card_brand = 'visa'
),

-- The lowest threshold in force, and the highest level reached.
levels as (
    select
        ratios.month as month,
        min(scheme_rules.min_ratio_bps) as threshold_bps,
        max(
            case
                when ratios.acquirer_ratio_bps is null then 0
                when ratios.acquirer_ratio_bps < scheme_rules.min_ratio_bps then 0
                when ratios.items <= scheme_rules.min_count then 0
                when scheme_rules.rule_level = 'excessive' then 2
                else 1
            end
        ) as level_reached
    from ratios
    inner join scheme_rules
        on
            ratios.last_day >= scheme_rules.valid_from
            and ratios.last_day <= scheme_rules.valid_until
    where scheme_rules.programme = 'VAMP acquirer'
    group by ratios.month
)

select
    ratios.month as month,
    ratios.is_partial_month as is_partial_month,
    ratios.items as items,
    ratios.fraud_disputes as fraud_disputes,
    ratios.items_amount as items_amount,
    ratios.base_txns as base_txns,
    ratios.acquirer_ratio_bps as acquirer_ratio_bps,
    cast(levels.threshold_bps as bigint) as threshold_bps,
    cast(levels.threshold_bps as double) - ratios.acquirer_ratio_bps as distance_bps,
    case
        when levels.level_reached = 2 then 'excessive'
        when levels.level_reached = 1 then 'above standard'
        else 'none'
    end as level_reached,
    cast(
        sum(case when levels.level_reached > 0 then 1 else 0 end) over (
            order by ratios.month rows between unbounded preceding and current row
        ) as bigint
    ) as months_above
from ratios
left join levels on ratios.month = levels.month;

comment on view v_acquirer_monitor is
'The portfolio against Visa''s monitoring of acquirers (VAMP). Grain: month of the window.';
comment on column v_acquirer_monitor.month is 'First day of the month.';
comment on column v_acquirer_monitor.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_acquirer_monitor.items is
'Visa disputes opened in the month but for POS sales; one that claims fraud counts twice.';
comment on column v_acquirer_monitor.fraud_disputes is 'Those that claim fraud, each once.';
comment on column v_acquirer_monitor.items_amount is 'Amount of the disputes, each once.';
comment on column v_acquirer_monitor.base_txns is 'Visa sales of the month but for POS.';
comment on column v_acquirer_monitor.acquirer_ratio_bps is 'items / base_txns in basis points.';
comment on column v_acquirer_monitor.threshold_bps is
'Lowest threshold in force on the last day of the month; NULL before the programme''s first day.';
comment on column v_acquirer_monitor.distance_bps is
'threshold_bps - acquirer_ratio_bps: negative above the threshold.';
comment on column v_acquirer_monitor.level_reached is
'none, above standard or excessive: ratio at or above the rule''s, items above its count.';
comment on column v_acquirer_monitor.months_above is
'Months up to this one in which the portfolio reached a level.';
