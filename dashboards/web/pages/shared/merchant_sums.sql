-- What did each merchant process in the range?
-- Grain: merchant with attempts in the months that the range touches.
select
    merchant_id,
    sum(txns) as txns,
    sum(approved_txns) as approved_txns,
    sum(gpv) as gpv,
    sum(total_fees) as total_fees,
    sum(net_revenue) as net_revenue
from merchant_mix
group by all
