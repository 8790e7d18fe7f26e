-- Which new merchants need help to start?
-- For Sales. From v_activation_monthly, all sign-ups of the window with 30 days behind them: the channel that starts
-- worst against the one that starts best; from 100 sign-ups each, 5 points and three standard errors on.
insert into story
with channels as (
    select
        sales_channel,
        sum(exposed_signups) as signups,
        sum(activated_in_30_days) as started,
        sum(activated_in_30_days) / sum(exposed_signups) as rate
    from v_activation_monthly
    group by sales_channel
    having sum(exposed_signups) >= 100
),

ranked as (
    select
        *,
        row_number() over (order by rate, sales_channel) as place_from_bottom,
        row_number() over (order by rate desc, sales_channel desc) as place_from_top
    from channels
)

select
    41 as place,
    'Sales' as section,
    format(
        'Help merchants of the {} channel to start: {} of {} sign-ups had a first payment within 30 days, against {}'
        || ' of {} through {} (from {} to {}).',
        worst.sales_channel, in_words(worst.started), in_words(worst.signups), in_words(best.started),
        in_words(best.signups), best.sales_channel, everything.first_day, everything.last_day
    ) as sentence,
    [
        cell(
            'v_activation_monthly', key_is('sales_channel', worst.sales_channel), 'sum(activated_in_30_days)',
            worst.started
        ),
        cell(
            'v_activation_monthly', key_is('sales_channel', worst.sales_channel), 'sum(exposed_signups)', worst.signups
        ),
        cell(
            'v_activation_monthly',
            key_is('sales_channel', best.sales_channel),
            'sum(activated_in_30_days)',
            best.started
        ),
        cell('v_activation_monthly', key_is('sales_channel', best.sales_channel), 'sum(exposed_signups)', best.signups),
        cell('v_kpi_total', 'true', 'first_day', everything.first_day),
        cell('v_kpi_total', 'true', 'last_day', everything.last_day)
    ] as cells
from ranked as worst
inner join ranked as best on worst.place_from_bottom = best.place_from_top
cross join v_kpi_total as everything
where
    worst.place_from_bottom = 1
    and best.rate - worst.rate
    >= greatest(0.05, 3 * error_of_difference(best.rate, best.signups, worst.rate, worst.signups));
