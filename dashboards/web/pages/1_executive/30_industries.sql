-- title: Approval by industry and region
-- question: Where is approval weak?
-- chart: heatmap
-- x: region
-- y: industry
-- value: approval_rate
-- format: approval_rate=percent, txns=count, approved_txns=count
-- click: region -> filter region
-- click: industry -> filter industry
select region::varchar as region, industry::varchar as industry, sum(approved_txns) as approved_txns, sum(txns) as txns,
    sum(approved_txns) / sum(txns) as approval_rate
from daily group by all order by industry, region
