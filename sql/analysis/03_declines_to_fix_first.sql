-- Where do declines concentrate, by reason and channel, and what is to be fixed first?
-- For Operations and Risk. From fct_declines_daily, fct_payments_daily, fct_retried_attempts and v_decline_recovery:
-- decline_rate has all attempts of the channel below it, so that it adds up over reasons. recoverable_amount is what
-- nobody tried again, times how often a retry after the same answer at the same attempt works; it adds up to that of
-- v_decline_recovery. An estimate: payments left alone may be harder to win back.
create or replace temp table evidence as
with last_day as (
    select max(day) as day
    from dim_calendar
),

attempts as (
    select
        channel,
        sum(txns) as channel_txns
    from fct_payments_daily
    group by channel
),

declines as (
    select
        coalesce(decline_reason::varchar, 'unknown') as decline_reason,
        channel,
        sum(declined_txns) as declined_txns,
        sum(declined_amount) as declined_amount
    from fct_declines_daily
    group by all
),

-- Declines that had their 30 days for a retry, less those that were tried again.
abandoned as (
    select
        coalesce(decline_reason::varchar, 'unknown') as decline_reason,
        channel,
        response_code,
        attempt_no,
        sum(declined_amount) as declined_amount
    from fct_declines_daily
    where day + interval 30 day <= (select last_day.day from last_day)
    group by all
    union all
    select
        coalesce(attempts.decline_reason::varchar, 'unknown') as decline_reason,
        retried.channel,
        retried.response_code,
        retried.attempt_no,
        -sum(retried.amount) as declined_amount
    from fct_retried_attempts as retried
    inner join fct_attempts as attempts on retried.txn_id = attempts.txn_id
    where
        retried.approved_txns = 0
        and retried.is_retried = 1
        and retried.day + interval 30 day <= (select last_day.day from last_day)
    group by all
),

recoverable as (
    select
        abandoned.decline_reason,
        abandoned.channel,
        sum(
            (abandoned.declined_amount * coalesce(recovery.recovery_rate, 0))::decimal(28, 8)
        ) as recoverable_amount
    from abandoned
    inner join v_decline_recovery as recovery
        on
            abandoned.response_code = recovery.response_code
            and abandoned.attempt_no = recovery.attempt_no
    where recovery.decline_class in ('soft', 'technical') and not recovery.is_never_retry
    group by all
)

select
    declines.decline_reason,
    declines.channel::varchar as channel,
    declines.declined_txns,
    sum(declines.declined_txns) over () as all_declined_txns,
    declines.declined_txns / sum(declines.declined_txns) over () as decline_share,
    attempts.channel_txns,
    declines.declined_txns / attempts.channel_txns as decline_rate,
    declines.declined_amount,
    coalesce(recoverable.recoverable_amount, 0)::decimal(18, 2) as recoverable_amount,
    (sum(coalesce(recoverable.recoverable_amount, 0)) over ())::decimal(18, 2)
        as all_recoverable_amount
from declines
inner join attempts on declines.channel = attempts.channel
left join recoverable
    on
        declines.decline_reason = recoverable.decline_reason
        and declines.channel = recoverable.channel;

select * from evidence
order by declined_txns desc, decline_reason, channel;

with largest as (
    select * from evidence
    order by declined_txns desc, decline_reason, channel
    limit 1
),

dearest as (
    select * from evidence
    where recoverable_amount > 0
    order by recoverable_amount desc, decline_reason, channel
    limit 1
)

select
    coalesce(
        max(
            format(
                'From {} to {} declines concentrate in {} at {}: {:.1f} % of {:,} declines, {:.2f} %'
                || ' of the attempts there. ',
                reporting.first_day::varchar, reporting.last_day::varchar,
                largest.decline_reason, largest.channel, 100 * largest.decline_share,
                largest.all_declined_txns::bigint, 100 * largest.decline_rate
            )
            || coalesce(
                format(
                    'Fix first {} at {}: trying again what was left alone would win about USD {:,.0f}'
                    || ' of the USD {:,.0f} that can be won in all.',
                    dearest.decline_reason, dearest.channel,
                    dearest.recoverable_amount::double, dearest.all_recoverable_amount::double
                ),
                'What a retry would win cannot be said: no retry of a soft decline has had its 30 days.'
            )
        ),
        'Not enough data: no attempt was declined.'
    ) as answer
from largest
left join dearest on true
cross join v_kpi_total as reporting;
