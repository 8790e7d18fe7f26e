-- title: Contribution margin by merchant size, % of net revenue
-- question: Which size of merchant pays for the costs of serving it?
-- note: Whole months of the range. Below zero the costs of serving exceed net revenue.
-- chart: bar
-- x: merchant_size
-- y: contribution_margin
-- format: contribution_margin=percent, contribution_amount=money, net_revenue=money, gpv=money, net_take_rate=bps
-- labels: contribution_amount=Contribution, gpv=GPV, net_take_rate=Net take rate on GPV, merchant_size=Merchant size
-- tooltip: contribution_margin, contribution_amount, net_revenue, gpv, net_take_rate
-- click: merchant_size -> filter merchant_size
select
    merchant_size::varchar as merchant_size,
    sum(contribution_amount)::double as contribution_amount,
    sum(net_revenue)::double as net_revenue,
    sum(contribution_amount)::double / nullif(sum(net_revenue)::double, 0) as contribution_margin,
    sum(gpv)::double as gpv,
    10000 * sum(net_revenue)::double / nullif(sum(gpv)::double, 0) as net_take_rate
from contribution
group by all
order by sum(net_revenue) desc, merchant_size
