-- title: Merchants by GPV, the 200 largest
-- question: What does each merchant process, how well is it approved, and what does it earn us?
-- note: Whole months of the range; more than 200 merchants are not listed, so filter to reach a smaller one.
-- chart: table
-- format: gpv=money, share_of_gpv=percent, approved_txns=count, txns=count, approval_rate=percent, total_fees=money, net_revenue=money, net_take_rate=bps, signup_month=month
-- labels: merchant_name=Merchant, gpv=GPV, share_of_gpv=Share, merchant_size=Size, approved_txns=Approved attempts, txns=Attempts, approval_rate=Approval, total_fees=Fees, net_take_rate=Net take rate, signup_month=Signed up
-- click: merchant_name -> filter merchant_id
-- width: full
with largest as (
    select
        *,
        (select sum(gpv) from merchant_sums)::double as all_gpv
    from merchant_sums
    order by gpv desc, merchant_id
    limit 200
)

select
    merchants.merchant_name,
    merchants.industry::varchar as industry,
    merchants.region::varchar as region,
    merchants.merchant_size::varchar as merchant_size,
    largest.gpv::double as gpv,
    largest.gpv::double / nullif(largest.all_gpv, 0) as share_of_gpv,
    largest.approved_txns::double as approved_txns,
    largest.txns::double as txns,
    largest.approved_txns / nullif(largest.txns, 0) as approval_rate,
    largest.total_fees::double as total_fees,
    largest.net_revenue::double as net_revenue,
    10000 * largest.net_revenue::double / nullif(largest.gpv::double, 0) as net_take_rate,
    strftime(merchants.signup_month, '%Y-%m') as signup_month,
    merchants.account_manager,
    largest.merchant_id
from largest
inner join merchants using (merchant_id)
order by largest.gpv desc, largest.merchant_id
