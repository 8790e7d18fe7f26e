-- title: Largest movers, change of GPV to the last whole month
-- question: Which merchants gained and which lost most, and how much of their volume is that?
-- note: Last whole month that the range touches, against the month before; the eight largest each way among merchants who had at least the mean GPV of an active merchant in the month before.
-- chart: bar
-- options: horizontal
-- x: merchant_name
-- y: gpv_change
-- format: gpv_change=money, gpv=money, gpv_before=money, relative_change=percent, month=month
-- labels: gpv_change=Change of GPV, gpv=GPV of the month, gpv_before=GPV of the month before, relative_change=Relative change, merchant_size=Size
-- tooltip: gpv_change, relative_change, gpv, gpv_before, industry, region, merchant_size, account_manager
-- better: gpv_change=higher, relative_change=higher
-- click: merchant_name -> filter merchant_id
with pairs as (
    select
        merchant_id,
        coalesce(gpv, 0) as gpv,
        gpv_before
    from merchant_pairs
    where gpv_before > 0
),

ranked as (
    select
        *,
        gpv - gpv_before as gpv_change,
        row_number() over (order by gpv - gpv_before desc, merchant_id) as place_up,
        row_number() over (order by gpv - gpv_before, merchant_id) as place_down
    from pairs
    where gpv_before >= (select avg(gpv_before) from pairs)
)

select
    merchants.merchant_id,
    merchants.merchant_name,
    ranked.gpv_change::double as gpv_change,
    ranked.gpv::double as gpv,
    ranked.gpv_before::double as gpv_before,
    ranked.gpv_change::double / ranked.gpv_before::double as relative_change,
    strftime(last_month.month, '%Y-%m') as month,
    merchants.industry::varchar as industry,
    merchants.region::varchar as region,
    merchants.merchant_size::varchar as merchant_size,
    merchants.account_manager
from ranked
inner join merchants using (merchant_id)
cross join last_month
where (place_up <= 8 and gpv_change > 0) or (place_down <= 8 and gpv_change < 0)
order by ranked.gpv_change desc, merchants.merchant_id
