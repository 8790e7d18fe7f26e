-- title: Recoverable revenue by decline reason, GPV in USD
-- question: Which declines are worth trying again?
-- note: Soft and technical declines that nobody tried again within 30 days x the chance that a retry after that answer at that attempt succeeds (portfolio rate). Declines of the newest 30 days are left out.
-- chart: bar
-- options: horizontal
-- x: decline_reason
-- y: recoverable_amount
-- format: recoverable_amount=money, abandoned_amount=money, chance=percent, abandoned_txns=count
-- labels: recoverable_amount=Recoverable, abandoned_amount=Declined and not tried again, chance=Chance of a retry, abandoned_txns=Declines not tried again
-- tooltip: recoverable_amount, abandoned_amount, chance, abandoned_txns
-- click: decline_reason -> filter decline_reason, goto 2_sales
-- width: half
with abandoned as (
    select
        decline_reason,
        response_code,
        attempt_no,
        sum(declined_txns - retried_txns) as abandoned_txns,
        sum(declined_amount - retried_amount) as abandoned_amount
    from declines_daily
    where is_settled and decline_class in ('soft', 'technical') and not is_never_retry
    group by all
),

reasons as (
    select
        decline_reason,
        sum(abandoned_txns)::double as abandoned_txns,
        sum(abandoned_amount)::double as abandoned_amount,
        sum((abandoned_amount::double * recovery_rates.recovered_txns / recovery_rates.retried_txns)::decimal(28, 8))::double
            as recoverable_amount
    from abandoned
    inner join recovery_rates using (response_code, attempt_no)
    group by all
)

select
    decline_reason::varchar as decline_reason,
    recoverable_amount,
    abandoned_amount,
    recoverable_amount / nullif(abandoned_amount, 0) as chance,
    abandoned_txns
from reasons
order by recoverable_amount desc, decline_reason
