-- title: Decline reasons, attempts and amounts of the period
-- question: What does each reason cost, how often is it tried again, and what comes back?
-- note: A click on a reason shows its merchants on the page of sales. Retried and recovered shares: declines whose 30 days for retries have passed.
-- chart: table
-- format: declined_txns=count, txns=count, decline_rate=percent, share_of_declines=percent, declined_amount=money, retried_share=percent, recovered_share=percent
-- labels: declined_txns=Declined, txns=Attempts, decline_rate=% of attempts, share_of_declines=% of declines, declined_amount=Declined amount, decline_class=Class, retried_share=Retried, recovered_share=Retries that succeed
-- click: decline_reason -> filter decline_reason, goto 2_sales
-- width: full
with attempts as (
    select sum(txns)::double as txns from daily
),

reasons as (
    select
        decline_reason,
        sum(declined_txns)::double as declined_txns,
        sum(declined_amount)::double as declined_amount,
        string_agg(distinct decline_class::varchar, ', ' order by decline_class::varchar) as decline_class,
        (sum(declined_txns) filter (where is_settled))::double as settled_txns,
        (sum(retried_txns) filter (where is_settled))::double as retried_txns,
        (sum(recovered_txns) filter (where is_settled))::double as recovered_txns
    from declines_daily
    group by all
)

select
    reasons.decline_reason::varchar as decline_reason,
    reasons.decline_class,
    reasons.declined_txns,
    attempts.txns,
    reasons.declined_txns / nullif(attempts.txns, 0) as decline_rate,
    reasons.declined_txns / nullif(sum(reasons.declined_txns) over (), 0) as share_of_declines,
    reasons.declined_amount,
    reasons.retried_txns / nullif(reasons.settled_txns, 0) as retried_share,
    reasons.recovered_txns / nullif(reasons.retried_txns, 0) as recovered_share
from reasons
cross join attempts
order by reasons.declined_txns desc, reasons.decline_reason
