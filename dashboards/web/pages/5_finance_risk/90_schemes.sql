-- title: Merchants nearest to the card schemes' programmes
-- question: Which merchants could be fined or placed in a monitoring programme, and how far is it?
-- note: Of merchants with payments in the range, channel and method chosen. A programme starts when both its ratio and its count (EFM: amount) are reached; the nearest of each merchant's months in the range, by the part that is further away. The programmes fix their own channel and cards. VAMP has its threshold from June 2025; before, that first threshold stands in its place.
-- chart: table
-- format: month=month, ratio_bps=bps, threshold_bps=bps, distance_bps=bps, items=count, base_txns=count, min_items=count, items_amount=money, min_amount=money, share_of_way=percent
-- labels: merchant_name=Merchant, ratio_bps=Ratio, threshold_bps=Threshold, distance_bps=Distance, items=Disputes counted, min_items=Count needed, base_txns=Payments counted, items_amount=Amount counted, min_amount=Amount needed, share_of_way=Share of the way, level_reached=Level
-- click: merchant_name -> filter merchant_id, goto 2_sales
-- width: full
with nearness as (
    select
        *,
        least(
            ratio_bps / threshold_bps,
            if(min_items > 0, items / min_items, 1),
            if(min_amount > 0, items_amount::double / min_amount::double, 1)
        ) as share_of_way
    from scheme_monitor
    where
        ratio_bps is not null
        and merchant_id in (
            select merchant_id from merchant_month
            where merchant_id in (select merchant_id from scheme_monitor)
        )
),

nearest as (
    select *
    from nearness
    qualify row_number() over (partition by merchant_id, programme order by share_of_way desc, month desc) = 1
)

select
    merchants.merchant_name,
    nearest.programme,
    strftime(nearest.month, '%Y-%m') as month,
    nearest.ratio_bps,
    nearest.threshold_bps::double as threshold_bps,
    nearest.threshold_bps - nearest.ratio_bps as distance_bps,
    nearest.items::double as items,
    nearest.base_txns::double as base_txns,
    nullif(nearest.min_items, 0)::double as min_items,
    nearest.items_amount::double as items_amount,
    nullif(nearest.min_amount, 0)::double as min_amount,
    nearest.share_of_way,
    if(nearest.is_in_force, nearest.level_reached, 'not in force') as level_reached,
    nearest.merchant_id
from nearest
inner join merchants using (merchant_id)
order by nearest.share_of_way desc, nearest.merchant_id, nearest.programme
limit 15
