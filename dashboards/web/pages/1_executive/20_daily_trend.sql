-- title: Daily GPV and seven-day approval
-- question: Is volume growing, and does approval hold?
-- chart: dual
-- x: day
-- y: gpv
-- line: approval_7d
-- format: day=date, gpv=money, approval_7d=percent, approved_txns=count, txns=count
-- click: day -> filter date
-- width: full
with d as (select day, sum(gpv) as gpv, sum(approved_txns) as approved_txns, sum(txns) as txns from daily group by day)
select strftime(day, '%Y-%m-%d') as day, gpv, approved_txns, txns,
    sum(approved_txns) over w / sum(txns) over w as approval_7d
from d window w as (order by day rows 6 preceding) order by day
