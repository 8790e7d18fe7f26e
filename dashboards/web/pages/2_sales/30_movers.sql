-- title: Largest movers, change of GPV to the last whole month
-- question: Which merchants gained and which lost most, and how much of their volume is that?
-- note: Last whole month that the range touches, against the month before; the eight largest each way among merchants who had at least the mean GPV of an active merchant in the month before.
-- chart: bar
-- options: top
-- x: merchant_name
-- y: gpv_change
-- format: gpv_change=money, gpv=money, gpv_before=money, relative_change=percent, month=month
-- labels: gpv_change=Change of GPV, gpv=GPV of the month, gpv_before=GPV of the month before, relative_change=Relative change, merchant_size=Size
-- tooltip: gpv_change, relative_change, gpv, gpv_before, industry, region, merchant_size, account_manager
-- better: gpv_change=higher, relative_change=higher
-- click: merchant_name -> filter merchant_id
with months as (
    select
        month,
        (month - interval 1 month)::date as month_before
    from (
        select (period.to_month - to_months(if(last_day(period.to_month) > meta.end_date, 1, 0)))::date as month
        from period
        cross join meta
    )
),

pairs as (
    select
        facts.merchant_id,
        months.month,
        coalesce(sum(facts.gpv) filter (where facts.month = months.month), 0) as gpv,
        coalesce(sum(facts.gpv) filter (where facts.month = months.month_before), 0) as gpv_before
    from all_merchant_month as facts
    inner join months
        on facts.month in (months.month, months.month_before)
    inner join meta on months.month_before >= meta.start_date
    group by all
),

ranked as (
    select
        *,
        gpv - gpv_before as gpv_change,
        row_number() over (order by gpv - gpv_before desc, merchant_id) as place_up,
        row_number() over (order by gpv - gpv_before, merchant_id) as place_down
    from pairs
    where gpv_before > 0 and gpv_before >= (select avg(gpv_before) from pairs where gpv_before > 0)
)

select
    merchants.merchant_id,
    merchants.merchant_name,
    ranked.gpv_change::double as gpv_change,
    ranked.gpv::double as gpv,
    ranked.gpv_before::double as gpv_before,
    ranked.gpv_change::double / ranked.gpv_before::double as relative_change,
    strftime(ranked.month, '%Y-%m') as month,
    merchants.industry::varchar as industry,
    merchants.region::varchar as region,
    merchants.merchant_size::varchar as merchant_size,
    merchants.account_manager
from ranked
inner join merchants using (merchant_id)
where (place_up <= 8 and gpv_change > 0) or (place_down <= 8 and gpv_change < 0)
order by ranked.gpv_change desc, merchants.merchant_id
