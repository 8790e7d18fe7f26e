-- At which hours and weekdays do declines peak?
-- For Operations. From fct_attempts: weekday (1 is Monday) and hour of the day, UTC. Only hours with 200 or more
-- attempts and z above 3 count as a peak: with 168 cells, chance alone makes fewer than one of them.
create or replace temp table evidence as
with cells as (
    select
        isodow(ts) as weekday_number,
        dayname(ts) as weekday_name,
        hour(ts) as hour_of_day,
        sum(txns)::bigint as txns,
        sum(declined_txns)::bigint as declined_txns
    from fct_attempts
    group by all
),

rates as (
    select
        *,
        declined_txns / txns as decline_rate,
        (sum(declined_txns) over () / sum(txns) over ())::double as all_decline_rate
    from cells
)

select
    *,
    (decline_rate - all_decline_rate) / nullif(sqrt(all_decline_rate * (1 - all_decline_rate) / txns), 0) as z
from rates;

select * from evidence
order by weekday_number, hour_of_day;

with busy as (
    select * from evidence
    where txns >= 200
),

worst as (
    select * from busy
    order by decline_rate desc, weekday_number, hour_of_day
    limit 1
),

best as (
    select * from busy
    order by decline_rate, weekday_number, hour_of_day
    limit 1
)

select
    coalesce(
        max(
            format(
                'From {} to {} most attempts are declined on {} at {} h UTC, {:.1f} %, fewest on {} at {} h UTC,'
                || ' {:.1f} %, against {:.1f} % of all; ',
                reporting.first_day::varchar, reporting.last_day::varchar,
                worst.weekday_name, worst.hour_of_day, 100 * worst.decline_rate,
                best.weekday_name, best.hour_of_day, 100 * best.decline_rate, 100 * worst.all_decline_rate
            )
            || if(worst.z > 3, 'the peak is more than chance.', 'chance alone explains that peak.')
        ),
        'Not enough data: no hour of the week has 200 attempts.'
    ) as answer
from worst
cross join best
cross join v_kpi_total as reporting;
