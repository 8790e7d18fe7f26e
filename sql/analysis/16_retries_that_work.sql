-- After which answers do retries work, and what does it cost to keep the schemes' rules?
-- For Operations. From v_decline_recovery, attempts added up, and v_retry_compliance: recovery_rate is the chance that
-- a retry after this answer leads to an approval. What the rules cost is the amount declined with answers that forbid
-- another attempt: an upper bound, for few of those payments would have come back. A code tells something from 30
-- retries.
create or replace temp table evidence as
with compliance as (
    select
        coalesce(sum(retries), 0)::bigint as all_retries,
        coalesce(sum(violations), 0)::bigint as violations
    from v_retry_compliance
),

codes as (
    select
        response_code::varchar as response_code,
        decline_class,
        is_never_retry,
        sum(declined_txns)::bigint as declined_txns,
        sum(declined_amount) as declined_amount,
        sum(retried_txns)::bigint as retried_txns,
        sum(recovered_txns)::bigint as recovered_txns,
        sum(recovered_amount) as recovered_amount,
        sum(recovered_txns) / nullif(sum(retried_txns), 0) as recovery_rate
    from v_decline_recovery
    group by all
)

select
    codes.*,
    response_codes.decline_reason::varchar as decline_reason,
    coalesce(sum(codes.declined_amount) filter (codes.is_never_retry) over (), 0) as forbidden_amount,
    sum(codes.retried_txns) over () as all_retried_txns,
    (sum(codes.recovered_txns) over () / nullif(sum(codes.retried_txns) over (), 0))::double
        as all_recovery_rate,
    compliance.all_retries,
    compliance.violations
from codes
left join response_codes on codes.response_code = response_codes.response_code
cross join compliance;

select * from evidence
order by recovery_rate desc nulls last, response_code;

with tried as (
    select * from evidence
    where retried_txns >= 30
),

best as (
    select * from tried
    order by recovery_rate desc, response_code
    limit 1
),

worst as (
    select * from tried
    order by recovery_rate, response_code
    limit 1
)

select
    coalesce(
        max(
            format(
                'Of {:,} declines that were tried again {:.1f} % led to an approval: most often after {} (code {},'
                || ' {:.1f} %), least after {} (code {}, {:.1f} %). ',
                best.all_retried_txns::bigint, 100 * best.all_recovery_rate,
                best.decline_reason, best.response_code, 100 * best.recovery_rate,
                worst.decline_reason, worst.response_code, 100 * worst.recovery_rate
            )
            || format(
                'The rules keep USD {:,.0f} from being tried again; {} of {:,} retries break them.',
                best.forbidden_amount::double,
                if(best.violations = 0, 'none', best.violations::varchar), best.all_retries
            )
        ),
        'Not enough data: no answer has had 30 retries, each with 30 days to succeed.'
    ) as answer
from best
cross join worst;
