-- When is business strongest?
-- For everybody. From v_kpi_monthly: whole months by GPV a day, so that a short February is no dip. Said from three
-- whole months on, if the best is 5 % above the worst.
insert into story
with months as (
    select
        month,
        gpv,
        days,
        row_number() over (order by gpv / days desc, month) as place_from_top,
        row_number() over (order by gpv / days, month) as place_from_bottom,
        count(*) over () as whole_months
    from v_kpi_monthly
    where not is_partial_month
)

select
    22 as place,
    'Key findings' as section,
    format(
        'By the day, GPV was highest in {} ({} in {} days) and lowest in {} ({} in {} days).',
        month_name(best.month), in_usd(best.gpv), best.days, month_name(worst.month), in_usd(worst.gpv), worst.days
    ) as sentence,
    [
        cell('v_kpi_monthly', key_is('month', best.month), 'gpv', best.gpv),
        cell('v_kpi_monthly', key_is('month', best.month), 'days', best.days),
        cell('v_kpi_monthly', key_is('month', worst.month), 'gpv', worst.gpv),
        cell('v_kpi_monthly', key_is('month', worst.month), 'days', worst.days)
    ] as cells
from months as best
inner join months as worst on best.place_from_top = worst.place_from_bottom
where
    best.place_from_top = 1
    and best.whole_months >= 3
    and best.gpv / best.days > 1.05 * worst.gpv / worst.days;
