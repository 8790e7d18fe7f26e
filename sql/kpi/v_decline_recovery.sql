-- Which declines come back when they are tried again, and what is left on the table?
-- Grain: response code x attempt number, declines only. Sources: dim_calendar, fct_declines_daily,
-- fct_retried_attempts, response_codes. Only declines whose 30 days for retries lie inside the
-- reporting window count, so that the newest ones are not read as lost.
create or replace view v_decline_recovery as
with last_day as (
    select max(day) as day
    from dim_calendar
),

declines as (
    select
        coalesce(fct_declines_daily.response_code, 'unknown') as response_code,
        fct_declines_daily.attempt_no as attempt_no,
        sum(fct_declines_daily.declined_txns) as declined_txns,
        sum(fct_declines_daily.declined_amount) as declined_amount
    from fct_declines_daily
    cross join last_day
    where fct_declines_daily.day + interval '30' day <= last_day.day
    group by
        coalesce(fct_declines_daily.response_code, 'unknown'),
        fct_declines_daily.attempt_no
),

retried as (
    select
        coalesce(fct_retried_attempts.response_code, 'unknown') as response_code,
        fct_retried_attempts.attempt_no as attempt_no,
        sum(fct_retried_attempts.is_retried) as retried_txns,
        sum(
            case
                when fct_retried_attempts.is_retried = 1 then fct_retried_attempts.amount else 0
            end
        )
            as retried_amount,
        sum(fct_retried_attempts.is_recovered) as recovered_txns,
        sum(
            case
                when fct_retried_attempts.is_recovered = 1 then fct_retried_attempts.amount else 0
            end
        ) as recovered_amount
    from fct_retried_attempts
    cross join last_day
    where
        fct_retried_attempts.approved_txns = 0
        and fct_retried_attempts.day + interval '30' day <= last_day.day
    group by
        coalesce(fct_retried_attempts.response_code, 'unknown'),
        fct_retried_attempts.attempt_no
),

cells as (
    select
        declines.response_code as response_code,
        coalesce(response_codes.decline_class, 'unknown') as decline_class,
        coalesce(response_codes.is_never_retry, false) as is_never_retry,
        declines.attempt_no as attempt_no,
        cast(declines.declined_txns as bigint) as declined_txns,
        cast(declines.declined_amount as decimal(18, 2)) as declined_amount,
        cast(coalesce(retried.retried_txns, 0) as bigint) as retried_txns,
        cast(coalesce(retried.recovered_txns, 0) as bigint) as recovered_txns,
        cast(coalesce(retried.recovered_amount, 0) as decimal(18, 2)) as recovered_amount,
        cast(declines.declined_amount - coalesce(retried.retried_amount, 0) as decimal(18, 2))
            as abandoned_amount
    from declines
    left join retried
        on
            declines.response_code = retried.response_code
            and declines.attempt_no = retried.attempt_no
    left join response_codes on declines.response_code = response_codes.response_code
)

select
    response_code,
    decline_class,
    is_never_retry,
    cast(attempt_no as bigint) as attempt_no,
    declined_txns,
    declined_amount,
    retried_txns,
    cast(retried_txns as double) / nullif(declined_txns, 0) as retry_rate,
    recovered_txns,
    recovered_amount,
    cast(recovered_txns as double) / nullif(retried_txns, 0) as recovery_rate,
    abandoned_amount,
    case
        when decline_class in ('soft', 'technical') and not is_never_retry
            then
                cast(abandoned_amount as double)
                * coalesce(cast(recovered_txns as double) / nullif(retried_txns, 0), 0)
        else cast(0 as double)
    end as recoverable_amount
from cells;

comment on view v_decline_recovery is
'What retries bring back. Grain: response code x attempt number of the declined attempt.';
comment on column v_decline_recovery.response_code is
'Answer; refers to response_codes; unknown for a decline without one.';
comment on column v_decline_recovery.decline_class is
'soft, hard, authentication, risk or technical; unknown for a code that response_codes lacks.';
comment on column v_decline_recovery.is_never_retry is
'Whether the schemes forbid another attempt on the same card.';
comment on column v_decline_recovery.attempt_no is
'1 for declines of first attempts: the later the attempt, the fewer are left.';
comment on column v_decline_recovery.declined_txns is
'Declined attempts at least 30 days before the end of the window.';
comment on column v_decline_recovery.declined_amount is 'Amount of those.';
comment on column v_decline_recovery.retried_txns is
'Those that another attempt followed within 30 days.';
comment on column v_decline_recovery.retry_rate is 'retried_txns / declined_txns.';
comment on column v_decline_recovery.recovered_txns is
'Those that an approval followed within 30 days, at the next attempt or a later one.';
comment on column v_decline_recovery.recovered_amount is 'Amount of those.';
comment on column v_decline_recovery.recovery_rate is
'recovered_txns / retried_txns: the chance of a retry after this answer at this attempt.';
comment on column v_decline_recovery.abandoned_amount is
'Amount of declines that nobody tried again.';
comment on column v_decline_recovery.recoverable_amount is
'abandoned_amount * recovery_rate, an estimate: soft and technical declines only, else 0.';
