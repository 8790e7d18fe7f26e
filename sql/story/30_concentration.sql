-- How much hangs on few merchants?
-- For everybody. From v_concentration_monthly: the latest whole month against the first; said from 500 active
-- merchants on. Within one point the share is level.
insert into story
with months as (
    select
        month,
        active_merchants,
        top_50_share,
        top_1_share,
        row_number() over (order by month) as place_of_month,
        row_number() over (order by month desc) as place_from_end
    from v_concentration_monthly
    where not is_partial_month and active_merchants >= 500
)

select
    30 as place,
    'Key findings' as section,
    format(
        'The share of the 50 largest merchants {}: {} of GPV in {} against {} in {}; the largest alone has {}.',
        case
            when latest.top_50_share - earliest.top_50_share >= 0.01 then 'rose'
            when latest.top_50_share - earliest.top_50_share <= -0.01 then 'fell'
            else 'was level'
        end,
        in_percent(latest.top_50_share), month_name(latest.month), in_percent(earliest.top_50_share),
        month_name(earliest.month), in_percent(latest.top_1_share)
    ) as sentence,
    [
        cell('v_concentration_monthly', key_is('month', latest.month), 'top_50_share', latest.top_50_share),
        cell('v_concentration_monthly', key_is('month', earliest.month), 'top_50_share', earliest.top_50_share),
        cell('v_concentration_monthly', key_is('month', latest.month), 'top_1_share', latest.top_1_share)
    ] as cells
from months as latest
inner join months as earliest on latest.place_from_end = earliest.place_of_month
where latest.place_from_end = 1 and latest.month > earliest.month;
