-- title: GPV by industry in the period
-- question: Which industries carry the volume, and how well are they approved?
-- chart: bar
-- options: horizontal
-- x: industry
-- y: gpv
-- format: gpv=money, share_of_gpv=percent, approval_rate=percent, approved_txns=count, txns=count
-- labels: approved_txns=Approved attempts, txns=Attempts, share_of_gpv=Share of GPV
-- tooltip: gpv, share_of_gpv, approval_rate, approved_txns, txns
-- click: industry -> filter industry
-- width: third
with industries as (
    select
        industry::varchar as industry,
        sum(gpv)::double as gpv,
        sum(approved_txns)::double as approved_txns,
        sum(txns)::double as txns
    from daily
    group by all
)

select
    industry,
    gpv,
    gpv / nullif(sum(gpv) over (), 0) as share_of_gpv,
    approved_txns,
    txns,
    approved_txns / nullif(txns, 0) as approval_rate
from industries
order by gpv desc, industry
