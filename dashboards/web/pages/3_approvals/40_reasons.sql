-- title: Declines by reason, % of all attempts of the channel
-- question: Which reasons cost each channel most?
-- note: The denominator is all attempts of the channel, so a column adds up to the decline rate of its channel.
-- chart: heatmap
-- x: channel
-- y: decline_reason
-- value: decline_rate
-- format: decline_rate=percent, declined_txns=count, txns=count
-- labels: declined_txns=Declined, txns=Attempts of the channel
-- tooltip: decline_rate, declined_txns, txns
-- click: decline_reason -> filter decline_reason
-- click: channel -> filter channel
-- width: half
with attempts as (
    select channel, sum(txns)::double as txns
    from daily
    group by all
),

reasons as (
    select decline_reason, sum(declined_txns) as all_declined_txns
    from declines_daily
    group by all
),

declines as (
    select decline_reason, channel, sum(declined_txns)::double as declined_txns
    from declines_daily
    group by all
)

select
    reasons.decline_reason::varchar as decline_reason,
    attempts.channel::varchar as channel,
    coalesce(declines.declined_txns, 0) as declined_txns,
    attempts.txns,
    coalesce(declines.declined_txns, 0) / nullif(attempts.txns, 0) as decline_rate
from reasons
cross join attempts
left join declines
    on reasons.decline_reason = declines.decline_reason and attempts.channel = declines.channel
order by reasons.all_declined_txns desc, reasons.decline_reason, attempts.channel
