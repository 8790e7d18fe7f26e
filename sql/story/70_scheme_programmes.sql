-- Did merchants reach a level of a scheme's programme?
-- For Risk. From v_scheme_monitor: the latest whole month; the tolerance is the schemes' own, a ratio with a count.
insert into story
with latest as (
    select max(month) as month
    from v_kpi_monthly
    where not is_partial_month and txns > 0
),

judged as (
    select
        latest.month,
        count(watched.merchant_id) as rows_judged,
        count(distinct watched.merchant_id) as disputed_merchants,
        count(distinct watched.merchant_id) filter (watched.level_reached <> 'none') as above_level,
        string_agg(
            distinct watched.merchant_name || ' (' || watched.programme || ')', ', '
            order by watched.merchant_name || ' (' || watched.programme || ')'
        ) filter (watched.level_reached <> 'none') as merchant_names
    from latest
    inner join v_scheme_monitor as watched on latest.month = watched.month
    group by latest.month
)

select
    70 as place,
    'Risk' as section,
    if(
        above_level = 0,
        format(
            'No merchant needs a plan against the schemes'' programmes: in {} none of {} with disputes reached a'
            || ' level.',
            month_name(month), in_words(disputed_merchants)
        ),
        format(
            'Agree on a plan with {}: in {} {} of {} merchants with disputes reached a level of a scheme''s programme.',
            merchant_names, month_name(month), in_words(above_level), in_words(disputed_merchants)
        )
    ) as sentence,
    [
        cell('v_scheme_monitor', key_is('month', month), 'count(distinct merchant_id)', disputed_merchants),
        cell(
            'v_scheme_monitor',
            key_is('month', month) || ' and level_reached <> ''none''',
            'count(distinct merchant_id)',
            above_level
        )
    ] as cells
from judged
where rows_judged > 0;
