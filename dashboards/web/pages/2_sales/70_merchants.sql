-- title: Merchants by GPV, the 200 largest
-- question: What does each merchant process, how well is it approved, and what does it earn us?
-- note: Whole months of the range; more than 200 merchants are not listed, so filter to reach a smaller one.
-- chart: table
-- format: gpv=money, share_of_gpv=percent, approved_txns=count, txns=count, approval_rate=percent, total_fees=money, net_revenue=money, net_take_rate=bps, signup_month=month
-- labels: merchant_name=Merchant, gpv=GPV, share_of_gpv=Share, merchant_size=Size, approved_txns=Approved attempts, txns=Attempts, approval_rate=Approval, total_fees=Fees, net_take_rate=Net take rate, signup_month=Signed up
-- click: merchant_name -> filter merchant_id
-- width: full
with sums as (
    select
        merchant_id,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from merchant_mix
    group by all
)

select
    merchants.merchant_name,
    merchants.industry::varchar as industry,
    merchants.region::varchar as region,
    merchants.merchant_size::varchar as merchant_size,
    sums.gpv::double as gpv,
    sums.gpv::double / nullif((select sum(gpv) from sums)::double, 0) as share_of_gpv,
    sums.approved_txns::double as approved_txns,
    sums.txns::double as txns,
    sums.approved_txns / nullif(sums.txns, 0) as approval_rate,
    sums.total_fees::double as total_fees,
    sums.net_revenue::double as net_revenue,
    10000 * sums.net_revenue::double / nullif(sums.gpv::double, 0) as net_take_rate,
    strftime(merchants.signup_month, '%Y-%m') as signup_month,
    merchants.account_manager,
    sums.merchant_id
from sums
inner join merchants using (merchant_id)
order by sums.gpv desc, sums.merchant_id
limit 200
