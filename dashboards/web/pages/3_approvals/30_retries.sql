-- title: First-attempt and final approval by channel, % of payments
-- question: How much do retries add in each channel?
-- note: Payments whose 30 days for retries have passed. Both rates count payments that reached the issuer.
-- chart: bar
-- options: horizontal
-- x: channel
-- y: first_attempt_approval, final_approval
-- format: first_attempt_approval=percent, final_approval=percent, recovered_amount=money, first_approved_payments=count,
--   first_sent_payments=count, accepted_payments=count, sent_payments=count, recovered_payments=count
-- tooltip: first_attempt_approval, first_approved_payments, first_sent_payments, final_approval, accepted_payments, sent_payments, recovered_payments, recovered_amount
-- click: channel -> filter channel
-- width: half
with channels as (
    select
        channel::varchar as channel,
        sum(first_approved_payments)::double as first_approved_payments,
        sum(first_sent_payments)::double as first_sent_payments,
        sum(accepted_payments)::double as accepted_payments,
        sum(sent_payments)::double as sent_payments,
        sum(recovered_payments)::double as recovered_payments,
        sum(recovered_amount)::double as recovered_amount
    from acceptance_daily
    cross join meta
    where acceptance_daily.day + 30 <= meta.end_date
    group by all
)

select
    channel,
    first_approved_payments / nullif(first_sent_payments, 0) as first_attempt_approval,
    accepted_payments / nullif(sent_payments, 0) as final_approval,
    first_approved_payments,
    first_sent_payments,
    accepted_payments,
    sent_payments,
    recovered_payments,
    recovered_amount
from channels
order by channel
