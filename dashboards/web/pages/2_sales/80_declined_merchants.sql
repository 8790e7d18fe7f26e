-- title: Merchants by declined amount, whole months
-- question: Which merchants lose most to declines, or to the decline reason that was clicked?
-- note: Follows the decline reason chosen on the page of approvals. Declines are related to all attempts of the merchant.
-- chart: table
-- format: declined_amount=money, declined_txns=count, txns=count, decline_rate=percent
-- labels: merchant_name=Merchant, declined_txns=Declined, txns=Attempts, decline_rate=Declined share of attempts, merchant_size=Size
-- click: merchant_id -> filter merchant_id
-- width: full
with declined as (
    select
        merchant_id,
        sum(declined_amount) as declined_amount,
        sum(declined_txns) as declined_txns
    from merchant_declines
    group by all
    order by declined_amount desc, merchant_id
    limit 12
)

select
    merchants.merchant_id,
    merchants.merchant_name,
    merchants.industry::varchar as industry,
    merchants.region::varchar as region,
    merchants.merchant_size::varchar as merchant_size,
    declined.declined_amount::double as declined_amount,
    declined.declined_txns::double as declined_txns,
    merchant_sums.txns::double as txns,
    declined.declined_txns / nullif(merchant_sums.txns, 0) as decline_rate
from declined
inner join merchant_sums using (merchant_id)
inner join merchants using (merchant_id)
order by declined.declined_amount desc, merchants.merchant_id
