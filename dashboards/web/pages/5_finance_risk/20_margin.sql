-- title: Net revenue and contribution margin by month
-- question: How much do we keep each month, and which part of it is left after the costs of serving merchants?
-- note: Whole months. Contribution: net revenue less processing, disputes, support, credit losses and partner commission at the assumed unit costs. Support is split over channels and methods by approved payments. The first months of the data look better than they were: chargebacks on sales before it are missing.
-- chart: dual
-- x: month
-- y: net_revenue
-- line: contribution_margin
-- format: month=month, net_revenue=money, contribution_amount=money, contribution_margin=percent, total_fees=money, gpv=money, net_take_rate=bps
-- labels: contribution_amount=Contribution, total_fees=Fees charged, gpv=GPV, net_take_rate=Net take rate on GPV
-- tooltip: net_revenue, contribution_amount, contribution_margin, total_fees, gpv, net_take_rate
-- click: month -> filter date
select
    strftime(contribution.month, '%Y-%m') as month,
    sum(gpv)::double as gpv,
    sum(total_fees)::double as total_fees,
    sum(net_revenue)::double as net_revenue,
    sum(contribution_amount)::double as contribution_amount,
    sum(contribution_amount)::double / nullif(sum(net_revenue)::double, 0) as contribution_margin,
    10000 * sum(net_revenue)::double / nullif(sum(gpv)::double, 0) as net_take_rate
from contribution
cross join meta
where contribution.month >= meta.start_date and last_day(contribution.month) <= meta.end_date
group by contribution.month
order by contribution.month
