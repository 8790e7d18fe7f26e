-- Does GPV grow?
-- For everybody. From v_kpi_monthly: the latest whole month against the one before; the direction is that at equal
-- weekdays. Within 1 % it is level.
insert into story
with latest as (
    select
        month,
        gpv,
        gpv_month_before,
        mom_growth,
        weekday_adjusted_mom_growth
    from v_kpi_monthly
    where weekday_adjusted_mom_growth is not null
    order by month desc
    limit 1
)

select
    20 as place,
    'Key findings' as section,
    format(
        'GPV {} in {}: {} against {} in {}, {:+.1f} % as it stands and {:+.1f} % at equal weekdays.',
        case
            when weekday_adjusted_mom_growth >= 0.01 then 'rose'
            when weekday_adjusted_mom_growth <= -0.01 then 'fell'
            else 'was level'
        end,
        month_name(month), in_usd(gpv), in_usd(gpv_month_before), month_name(month - interval 1 month),
        100 * mom_growth, 100 * weekday_adjusted_mom_growth
    ) as sentence,
    [
        cell('v_kpi_monthly', key_is('month', month), 'gpv', gpv),
        cell('v_kpi_monthly', key_is('month', month), 'gpv_month_before', gpv_month_before),
        cell('v_kpi_monthly', key_is('month', month), 'mom_growth', mom_growth),
        cell('v_kpi_monthly', key_is('month', month), 'weekday_adjusted_mom_growth', weekday_adjusted_mom_growth)
    ] as cells
from latest;
