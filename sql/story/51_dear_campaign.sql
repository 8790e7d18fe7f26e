-- Which campaign is to be held back?
-- For Marketing. From v_unit_economics: the dearest and the cheapest campaign by cost of an activated merchant; from
-- 30 activated merchants each, four months of age, so that late starters are in, and twice the cost on.
insert into story
with ranked as (
    select
        *,
        row_number() over (order by cac, segment) as place_from_bottom,
        row_number() over (order by cac desc, segment desc) as place_from_top
    from v_unit_economics
    where segment_kind = 'campaign' and activated_merchants >= 30 and observed_months >= 4
)

select
    51 as place,
    'Marketing' as section,
    format(
        'Hold {} back: an activated merchant cost {} there ({} of {} sign-ups started), against {} in {} ({} of {}),'
        || ' from {} to {}.',
        dearest.segment, in_usd(dearest.cac), in_words(dearest.activated_merchants), in_words(dearest.signups),
        in_usd(cheapest.cac), cheapest.segment, in_words(cheapest.activated_merchants), in_words(cheapest.signups),
        everything.first_day, everything.last_day
    ) as sentence,
    [
        cell('v_unit_economics', key_is('segment', dearest.segment), 'cac', dearest.cac),
        cell(
            'v_unit_economics', key_is('segment', dearest.segment), 'activated_merchants', dearest.activated_merchants
        ),
        cell('v_unit_economics', key_is('segment', dearest.segment), 'signups', dearest.signups),
        cell('v_unit_economics', key_is('segment', cheapest.segment), 'cac', cheapest.cac),
        cell(
            'v_unit_economics', key_is('segment', cheapest.segment), 'activated_merchants', cheapest.activated_merchants
        ),
        cell('v_unit_economics', key_is('segment', cheapest.segment), 'signups', cheapest.signups),
        cell('v_kpi_total', 'true', 'first_day', everything.first_day),
        cell('v_kpi_total', 'true', 'last_day', everything.last_day)
    ] as cells
from ranked as dearest
inner join ranked as cheapest on dearest.place_from_top = cheapest.place_from_bottom
cross join v_kpi_total as everything
where dearest.place_from_top = 1 and dearest.cac >= 2 * cheapest.cac;
