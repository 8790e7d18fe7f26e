-- Is the latest whole month larger than that of a year ago?
-- For everybody. From v_kpi_monthly: not said with less than a year and a month of data. Within 1 % it is level.
insert into story
with latest as (
    select
        month,
        gpv,
        gpv_year_before,
        weekday_adjusted_yoy_growth
    from v_kpi_monthly
    where weekday_adjusted_yoy_growth is not null
    order by month desc
    limit 1
)

select
    21 as place,
    'Key findings' as section,
    format(
        'Over the year GPV {}: {} in {} against {} in {}, {:+.1f} % at equal weekdays.',
        case
            when weekday_adjusted_yoy_growth >= 0.01 then 'rose'
            when weekday_adjusted_yoy_growth <= -0.01 then 'fell'
            else 'was level'
        end,
        in_usd(gpv), month_name(month), in_usd(gpv_year_before), month_name(month - interval 1 year),
        100 * weekday_adjusted_yoy_growth
    ) as sentence,
    [
        cell('v_kpi_monthly', key_is('month', month), 'gpv', gpv),
        cell('v_kpi_monthly', key_is('month', month), 'gpv_year_before', gpv_year_before),
        cell('v_kpi_monthly', key_is('month', month), 'weekday_adjusted_yoy_growth', weekday_adjusted_yoy_growth)
    ] as cells
from latest;
