-- title: First-attempt and final approval by month, % of payments
-- question: How much do retries add, and does it hold?
-- note: Whole months of the range, two at least; both rates count payments that reached the issuer. The final rate is shown once the 30 days for retries of the month's last payments have passed.
-- chart: line
-- x: month
-- y: first_attempt_approval, final_approval
-- format: month=month, first_attempt_approval=percent, final_approval=percent, retry_change=points, first_approved_payments=count,
--   first_sent_payments=count, accepted_payments=count, sent_payments=count, recovered_payments=count, recovered_amount=money
-- labels: first_attempt_approval=First-attempt approval, final_approval=Final approval, retry_change=Final less first attempt, first_approved_payments=Approved at once, first_sent_payments=First attempts sent, accepted_payments=Approved in the end, sent_payments=Payments sent, recovered_payments=Recovered payments
-- tooltip: first_attempt_approval, final_approval, retry_change, first_approved_payments, first_sent_payments, accepted_payments, sent_payments, recovered_payments, recovered_amount
-- better: retry_change=higher
-- click: month -> filter date
with months as (
    select
        date_trunc('month', day)::date as month,
        last_day(any_value(day)) + 30 <= any_value(meta.end_date) as is_settled,
        sum(first_approved_payments)::double as first_approved_payments,
        sum(first_sent_payments)::double as first_sent_payments,
        sum(accepted_payments)::double as accepted_payments,
        sum(sent_payments)::double as sent_payments,
        sum(recovered_payments)::double as recovered_payments,
        sum(recovered_amount)::double as recovered_amount
    from all_acceptance_daily
    cross join period
    cross join meta
    where
        date_trunc('month', day) >= meta.start_date
        and date_trunc('month', day) >= least(period.from_date, date_trunc('month', period.to_date + 1) - interval 2 month)
        and last_day(day) <= period.to_date
    group by date_trunc('month', day)
)

select
    strftime(month, '%Y-%m') as month,
    first_approved_payments / nullif(first_sent_payments, 0) as first_attempt_approval,
    if(is_settled, accepted_payments / nullif(sent_payments, 0), null) as final_approval,
    if(
        is_settled,
        accepted_payments / nullif(sent_payments, 0) - first_approved_payments / nullif(first_sent_payments, 0),
        null
    ) as retry_change,
    first_approved_payments,
    first_sent_payments,
    if(is_settled, accepted_payments, null) as accepted_payments,
    sent_payments,
    if(is_settled, recovered_payments, null) as recovered_payments,
    if(is_settled, recovered_amount, null) as recovered_amount
from months
order by month
