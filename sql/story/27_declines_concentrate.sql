-- Where do declines concentrate?
-- For everybody. From v_decline_drivers, the whole window, industries added up: said when one reason at one channel
-- makes a tenth of at least a hundred declines.
insert into story
with reasons as (
    select
        decline_reason,
        channel,
        sum(declined_txns) as declined_txns,
        sum(sum(declined_txns)) over () as all_declined_txns
    from v_decline_drivers
    group by
        decline_reason,
        channel
),

largest as (
    select * from reasons
    where declined_txns * 10 >= all_declined_txns and all_declined_txns >= 100
    order by declined_txns desc, decline_reason, channel
    limit 1
)

select
    27 as place,
    'Key findings' as section,
    format(
        'Declines concentrate in {} at {}: {} of {} from {} to {}.',
        plain(largest.decline_reason), largest.channel, in_words(largest.declined_txns),
        in_words(largest.all_declined_txns), everything.first_day, everything.last_day
    ) as sentence,
    [
        cell(
            'v_decline_drivers',
            key_is('decline_reason', largest.decline_reason) || ' and ' || key_is('channel', largest.channel),
            'sum(declined_txns)', largest.declined_txns
        ),
        cell('v_decline_drivers', 'true', 'sum(declined_txns)', largest.all_declined_txns),
        cell('v_kpi_total', 'true', 'first_day', everything.first_day),
        cell('v_kpi_total', 'true', 'last_day', everything.last_day)
    ] as cells
from largest
cross join v_kpi_total as everything;
