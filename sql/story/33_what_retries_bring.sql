-- What do retries bring?
-- For everybody. From v_acceptance_monthly: the latest whole month whose retries have had their 30 days. Said from 30
-- payments won back on.
insert into story
with latest as (
    select
        month,
        recovered_payments,
        recovered_amount,
        first_attempt_approval_rate,
        final_approval_rate
    from v_acceptance_monthly
    where not is_partial_month and final_approval_rate is not null and recovered_payments >= 30
    order by month desc
    limit 1
)

select
    33 as place,
    'Key findings' as section,
    format(
        'Retries brought back {} payments of {}, worth {}: approval was {} at the first attempt and {} in the end.',
        in_words(recovered_payments), month_name(month), in_usd(recovered_amount),
        in_percent(first_attempt_approval_rate), in_percent(final_approval_rate)
    ) as sentence,
    [
        cell('v_acceptance_monthly', key_is('month', month), 'recovered_payments', recovered_payments),
        cell('v_acceptance_monthly', key_is('month', month), 'recovered_amount', recovered_amount),
        cell(
            'v_acceptance_monthly', key_is('month', month), 'first_attempt_approval_rate', first_attempt_approval_rate
        ),
        cell('v_acceptance_monthly', key_is('month', month), 'final_approval_rate', final_approval_rate)
    ] as cells
from latest;
