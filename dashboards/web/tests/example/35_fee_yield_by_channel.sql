-- title: Fee yield by channel
-- question: Through which channel do we earn most on each dollar processed?
-- chart: bar
-- x: channel
-- y: fee_yield
-- format: fee_yield=bps, gpv=money, total_fees=money
-- labels: gpv=GPV, total_fees=Merchant fees
-- tooltip: fee_yield, total_fees, gpv
-- click: channel -> filter channel
-- width: third
select
    channel::varchar as channel,
    sum(gpv) as gpv,
    sum(total_fees) as total_fees,
    10000 * sum(total_fees) / nullif(sum(gpv), 0) as fee_yield
from daily
group by all
order by channel;
