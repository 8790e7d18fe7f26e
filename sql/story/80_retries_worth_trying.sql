-- Which declines are worth another attempt?
-- For Operations. From v_decline_recovery and response_codes, the whole window but its last 30 days: the answer with
-- most to win, from 100 retries on. An estimate from above: what was left alone may be harder to win back.
insert into story
with dearest as (
    select
        recovery.response_code,
        recovery.attempt_no,
        recovery.retried_txns,
        recovery.recovery_rate,
        recovery.abandoned_amount,
        recovery.recoverable_amount,
        codes.decline_reason,
        key_is('response_code', recovery.response_code)
        || ' and '
        || key_is('attempt_no', recovery.attempt_no) as found_at
    from v_decline_recovery as recovery
    inner join response_codes as codes on recovery.response_code = codes.response_code
    where recovery.retried_txns >= 100 and recovery.recoverable_amount > 0
    order by recovery.recoverable_amount desc, recovery.response_code, recovery.attempt_no
    limit 1
)

select
    80 as place,
    'Operations' as section,
    format(
        'Try {} again (code {}, attempt {}): from {} to {} {} was left alone; of {} retries {} led to an approval,'
        || ' which makes up to {}.',
        plain(dearest.decline_reason), dearest.response_code, dearest.attempt_no, everything.first_day,
        everything.last_day, in_usd(dearest.abandoned_amount), in_words(dearest.retried_txns),
        in_percent(dearest.recovery_rate), in_usd(dearest.recoverable_amount)
    ) as sentence,
    [
        cell('v_decline_recovery', dearest.found_at, 'response_code', dearest.response_code),
        cell('v_decline_recovery', dearest.found_at, 'attempt_no', dearest.attempt_no),
        cell('v_kpi_total', 'true', 'first_day', everything.first_day),
        cell('v_kpi_total', 'true', 'last_day', everything.last_day),
        cell('v_decline_recovery', dearest.found_at, 'abandoned_amount', dearest.abandoned_amount),
        cell('v_decline_recovery', dearest.found_at, 'retried_txns', dearest.retried_txns),
        cell('v_decline_recovery', dearest.found_at, 'recovery_rate', dearest.recovery_rate),
        cell('v_decline_recovery', dearest.found_at, 'recoverable_amount', dearest.recoverable_amount)
    ] as cells
from dearest
cross join v_kpi_total as everything;
