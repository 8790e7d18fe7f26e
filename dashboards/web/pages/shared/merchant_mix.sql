-- What did each merchant process in the range, through which channel and method?
-- Grain: merchant, with its region and industry, x channel x payment method with attempts in the months that the range touches.
select
    merchant_id,
    region,
    industry,
    channel,
    payment_method,
    sum(txns) as txns,
    sum(approved_txns) as approved_txns,
    sum(gpv) as gpv,
    sum(total_fees) as total_fees,
    sum(net_revenue) as net_revenue
from merchant_month
group by all
