-- Is the take rate slipping?
-- For Finance. From v_kpi_monthly: the latest whole month against the first; said of a fall by 2 % of itself and
-- more.
insert into story
with months as (
    select
        month,
        net_revenue,
        gpv,
        net_take_rate,
        row_number() over (order by month) as place_of_month,
        row_number() over (order by month desc) as place_from_end
    from v_kpi_monthly
    where not is_partial_month and net_take_rate is not null
)

select
    60 as place,
    'Finance' as section,
    format(
        'Find out whether prices or mix took the take rate down: {} of GPV stayed after interchange and scheme fees'
        || ' in {} ({} on {}), against {} in {} ({} on {}).',
        in_bps(latest.net_take_rate), month_name(latest.month), in_usd(latest.net_revenue), in_usd(latest.gpv),
        in_bps(earliest.net_take_rate), month_name(earliest.month), in_usd(earliest.net_revenue), in_usd(earliest.gpv)
    ) as sentence,
    [
        cell('v_kpi_monthly', key_is('month', latest.month), 'net_take_rate', latest.net_take_rate),
        cell('v_kpi_monthly', key_is('month', latest.month), 'net_revenue', latest.net_revenue),
        cell('v_kpi_monthly', key_is('month', latest.month), 'gpv', latest.gpv),
        cell('v_kpi_monthly', key_is('month', earliest.month), 'net_take_rate', earliest.net_take_rate),
        cell('v_kpi_monthly', key_is('month', earliest.month), 'net_revenue', earliest.net_revenue),
        cell('v_kpi_monthly', key_is('month', earliest.month), 'gpv', earliest.gpv)
    ] as cells
from months as latest
inner join months as earliest on latest.place_from_end = earliest.place_of_month
where latest.place_from_end = 1 and latest.net_take_rate <= 0.98 * earliest.net_take_rate;
