-- Do merchants keep earning?
-- For everybody. From v_revenue_retention: the latest month, as many months back as it goes. Said from 100 merchants
-- on.
insert into story
with latest as (
    select
        *,
        key_is('month', month) || ' and ' || key_is('months_back', months_back) as found_at
    from v_revenue_retention
    where nrr is not null and base_merchants >= 100
    order by month desc, months_back desc
    limit 1
)

select
    31 as place,
    'Key findings' as section,
    format(
        'Of {} merchants active in {} {} were active in {}; all of them together brought {} of the net revenue of then'
        || ' ({} of {}).',
        in_words(base_merchants), month_name(month - to_months(cast(months_back as integer))),
        in_words(retained_merchants), month_name(month), in_percent(nrr), in_usd(retained_net_revenue),
        in_usd(base_net_revenue)
    ) as sentence,
    [
        cell('v_revenue_retention', found_at, 'base_merchants', base_merchants),
        cell('v_revenue_retention', found_at, 'retained_merchants', retained_merchants),
        cell('v_revenue_retention', found_at, 'nrr', nrr),
        cell('v_revenue_retention', found_at, 'retained_net_revenue', retained_net_revenue),
        cell('v_revenue_retention', found_at, 'base_net_revenue', base_net_revenue)
    ] as cells
from latest;
