-- question: Is the sales channel one of the contract?
-- table: merchants; columns: sales_channel; grain: merchant_id
-- dimension: validity; severity: error
-- threshold: 0 rows: acquisition cost is read by it
select
    merchant_id,
    sales_channel
from merchants
where sales_channel not in ('direct', 'partner', 'online');
