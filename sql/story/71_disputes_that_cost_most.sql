-- Which disputes are to be prevented first?
-- For Risk. From v_dispute_reasons, the whole window: the reason with most money, from 100 disputes and a third of
-- all disputed money on.
insert into story
with reasons as (
    select
        *,
        sum(disputes) over () as all_disputes,
        sum(disputed_amount) over () as all_disputed_amount
    from v_dispute_reasons
),

largest as (
    select * from reasons
    where disputes >= 100 and 3 * disputed_amount >= all_disputed_amount
    order by disputed_amount desc, reason
    limit 1
)

select
    71 as place,
    'Risk' as section,
    format(
        'Prevent disputes for {} first: {} of {} disputes and {} of {} contested from {} to {}; merchants won {} of'
        || ' those decided.',
        plain(largest.reason), in_words(largest.disputes), in_words(largest.all_disputes),
        in_usd(largest.disputed_amount), in_usd(largest.all_disputed_amount), everything.first_day,
        everything.last_day, in_percent(coalesce(largest.win_rate, 0))
    ) as sentence,
    [
        cell('v_dispute_reasons', key_is('reason', largest.reason), 'disputes', largest.disputes),
        cell('v_dispute_reasons', 'true', 'sum(disputes)', largest.all_disputes),
        cell('v_dispute_reasons', key_is('reason', largest.reason), 'disputed_amount', largest.disputed_amount),
        cell('v_dispute_reasons', 'true', 'sum(disputed_amount)', largest.all_disputed_amount),
        cell('v_kpi_total', 'true', 'first_day', everything.first_day),
        cell('v_kpi_total', 'true', 'last_day', everything.last_day),
        cell(
            'v_dispute_reasons',
            key_is('reason', largest.reason),
            'coalesce(win_rate, 0)',
            coalesce(largest.win_rate, 0)
        )
    ] as cells
from largest
cross join v_kpi_total as everything;
