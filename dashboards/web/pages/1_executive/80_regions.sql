-- title: Approval rate by region and industry, % of attempts
-- question: Where is approval weak, and how much GPV depends on it?
-- chart: heatmap
-- x: region
-- y: industry
-- value: approval_rate
-- format: approval_rate=percent, gpv=money, approved_txns=count, txns=count
-- labels: approved_txns=Approved attempts, txns=Attempts
-- tooltip: approval_rate, approved_txns, txns, gpv
-- click: region -> filter region
-- click: industry -> filter industry
-- width: third
select
    region::varchar as region,
    industry::varchar as industry,
    sum(approved_txns)::double as approved_txns,
    sum(txns)::double as txns,
    sum(approved_txns) / nullif(sum(txns), 0) as approval_rate,
    sum(gpv)::double as gpv
from daily
group by all
order by industry, region
