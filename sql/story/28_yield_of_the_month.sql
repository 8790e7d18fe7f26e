-- What do fees bring?
-- For everybody. From v_kpi_monthly: the latest whole month against the one before. A fee yield within 2 basis points
-- is level.
insert into story
with months as (
    select
        month,
        total_fees,
        fee_yield,
        net_take_rate,
        lag(month) over by_month as month_before,
        lag(total_fees) over by_month as total_fees_before,
        lag(fee_yield) over by_month as fee_yield_before,
        lag(net_take_rate) over by_month as net_take_rate_before
    from v_kpi_monthly
    where not is_partial_month
    window by_month as (order by month)
),

latest as (
    select * from months
    where fee_yield is not null and fee_yield_before is not null
    order by month desc
    limit 1
)

select
    28 as place,
    'Key findings' as section,
    format(
        'The fee yield {} in {}: {} on {} of fees, against {} on {} in {}; after interchange and scheme fees {} stayed'
        || ' ({} the month before).',
        case
            when fee_yield - fee_yield_before >= 0.0002 then 'rose'
            when fee_yield - fee_yield_before <= -0.0002 then 'fell'
            else 'was level'
        end,
        month_name(month), in_bps(fee_yield), in_usd(total_fees), in_bps(fee_yield_before), in_usd(total_fees_before),
        month_name(month_before), in_bps(net_take_rate), in_bps(net_take_rate_before)
    ) as sentence,
    [
        cell('v_kpi_monthly', key_is('month', month), 'fee_yield', fee_yield),
        cell('v_kpi_monthly', key_is('month', month), 'total_fees', total_fees),
        cell('v_kpi_monthly', key_is('month', month_before), 'fee_yield', fee_yield_before),
        cell('v_kpi_monthly', key_is('month', month_before), 'total_fees', total_fees_before),
        cell('v_kpi_monthly', key_is('month', month), 'net_take_rate', net_take_rate),
        cell('v_kpi_monthly', key_is('month', month_before), 'net_take_rate', net_take_rate_before)
    ] as cells
from latest;
