-- Where does the budget bring most?
-- For Marketing. From v_unit_economics: the best and the worst sales channel by value per cost; from 50 activated
-- merchants each and a ratio of 1.5 on. The order holds for a sample of payments, the level does not.
insert into story
with ranked as (
    select
        *,
        row_number() over (order by ltv_to_cac, segment) as place_from_bottom,
        row_number() over (order by ltv_to_cac desc, segment desc) as place_from_top
    from v_unit_economics
    where segment_kind = 'channel' and activated_merchants >= 50 and ltv_to_cac is not null
)

select
    50 as place,
    'Marketing' as section,
    format(
        'Win merchants through {} before {}: from {} to {} an activated one cost {} against {}, and brings {:.4f} of'
        || ' its cost in a lifetime against {:.4f} (compare the two, the level follows the sample).',
        best.segment, worst.segment, everything.first_day, everything.last_day, in_usd(best.cac), in_usd(worst.cac),
        best.ltv_to_cac, worst.ltv_to_cac
    ) as sentence,
    [
        cell('v_kpi_total', 'true', 'first_day', everything.first_day),
        cell('v_kpi_total', 'true', 'last_day', everything.last_day),
        cell('v_unit_economics', 'segment_kind = ''channel'' and ' || key_is('segment', best.segment), 'cac', best.cac),
        cell(
            'v_unit_economics', 'segment_kind = ''channel'' and ' || key_is('segment', worst.segment), 'cac', worst.cac
        ),
        cell(
            'v_unit_economics', 'segment_kind = ''channel'' and ' || key_is('segment', best.segment), 'ltv_to_cac',
            best.ltv_to_cac
        ),
        cell(
            'v_unit_economics', 'segment_kind = ''channel'' and ' || key_is('segment', worst.segment), 'ltv_to_cac',
            worst.ltv_to_cac
        )
    ] as cells
from ranked as best
inner join ranked as worst on best.place_from_top = worst.place_from_bottom
cross join v_kpi_total as everything
where best.place_from_top = 1 and best.ltv_to_cac >= 1.5 * worst.ltv_to_cac;
