-- title: Approval rate by region and channel, % of attempts
-- question: In which region and channel is approval weak?
-- chart: heatmap
-- x: channel
-- y: region
-- value: approval_rate
-- format: approval_rate=percent, approved_txns=count, txns=count
-- labels: approved_txns=Approved, txns=Attempts
-- tooltip: approval_rate, approved_txns, txns
-- click: region -> filter region
-- click: channel -> filter channel
-- width: half
select
    region::varchar as region,
    channel::varchar as channel,
    sum(approved_txns)::double as approved_txns,
    sum(txns)::double as txns,
    sum(approved_txns) / nullif(sum(txns), 0) as approval_rate
from daily
group by all
order by region, channel
