-- title: GPV per day by industry, change to the last whole month
-- question: Which industries grew and which shrank, month length set aside?
-- note: Last whole month up to the end of the range, against the month before; each per day.
-- chart: bar
-- options: horizontal
-- x: industry
-- y: gpv_per_day_change
-- format: gpv_per_day_change=percent, gpv=money, gpv_before=money, gpv_change=money, month=month
-- labels: gpv_per_day_change=Change per day, gpv=GPV of the month, gpv_before=GPV of the month before, gpv_change=Change of GPV
-- tooltip: gpv_per_day_change, gpv_change, gpv, gpv_before, month
-- better: gpv_per_day_change=higher, gpv_change=higher
-- click: industry -> filter industry
-- width: third
with months as (
    select
        (date_trunc('month', period.to_date + 1) - interval 1 month)::date as month,
        (date_trunc('month', period.to_date + 1) - interval 2 month)::date as month_before,
        meta.start_date
    from period
    cross join meta
),

industries as (
    select
        all_daily.industry::varchar as industry,
        months.month,
        coalesce(sum(gpv) filter (where day >= months.month), 0) as gpv,
        coalesce(sum(gpv) filter (where day < months.month), 0) as gpv_before,
        datediff('day', months.month, months.month + interval 1 month) as days,
        datediff('day', months.month_before, months.month) as days_before
    from all_daily
    cross join months
    where
        months.month_before >= months.start_date
        and all_daily.day >= months.month_before
        and all_daily.day < months.month + interval 1 month
    group by all
)

select
    industry,
    (gpv / days) / nullif(gpv_before / days_before, 0) - 1 as gpv_per_day_change,
    (gpv - gpv_before)::double as gpv_change,
    gpv::double as gpv,
    gpv_before::double as gpv_before,
    strftime(month, '%Y-%m') as month
from industries
order by gpv_per_day_change desc nulls last, industry
