-- title: GPV from month to month
-- question: In which months did GPV grow, and by how much?
-- note: Whole months of the range, two at least. The first and the last bar are the GPV of that month, the others the change to it.
-- chart: waterfall
-- x: step
-- y: amount
-- low: is_total
-- format: month=month, amount=money, gpv=money, gpv_per_day=money, gpv_per_day_change=percent
-- labels: amount=GPV, gpv=GPV of the month, gpv_per_day=GPV per day, gpv_per_day_change=Per day against the month before
-- tooltip: month, amount, gpv, gpv_per_day, gpv_per_day_change
-- better: gpv_per_day_change=higher
-- click: month -> filter date, goto 2_sales
with months as (
    select
        date_trunc('month', all_daily.day)::date as month,
        sum(all_daily.gpv) as gpv,
        datediff('day', date_trunc('month', all_daily.day), date_trunc('month', all_daily.day) + interval 1 month) as days
    from all_daily
    cross join period
    cross join meta
    where
        date_trunc('month', all_daily.day) >= meta.start_date
        -- A range of one month or less still shows one step: that to its last whole month.
        and date_trunc('month', all_daily.day)
        >= least(period.from_date, date_trunc('month', period.to_date + 1) - interval 2 month)
        and last_day(all_daily.day) <= period.to_date
    group by all
),

compared as (
    select
        months.month,
        months.gpv,
        before.gpv as gpv_before,
        months.gpv / months.days as gpv_per_day,
        (months.gpv / months.days) / nullif(before.gpv / before.days, 0) - 1 as gpv_per_day_change,
        months.month = (select min(month) from months) as is_first,
        months.month = (select max(month) from months) as is_last,
        if(
            (select year(min(month)) = year(max(month)) from months),
            strftime(months.month, '%b'),
            strftime(months.month, '%b %y')
        ) as name
    from months
    left join months as before on months.month = before.month + interval 1 month
),

steps as (
    select
        month,
        name as step,
        if(is_first, gpv, gpv - coalesce(gpv_before, 0)) as amount,
        is_first as is_total,
        0 as place,
        gpv,
        gpv_per_day,
        gpv_per_day_change
    from compared
    union all
    select month, 'GPV ' || name, gpv, true, 1, gpv, gpv_per_day, gpv_per_day_change
    from compared
    where is_last and not is_first
)

select
    strftime(month, '%Y-%m') as month,
    if(place = 0 and is_total, 'GPV ' || step, step) as step,
    amount::double as amount,
    is_total,
    gpv::double as gpv,
    gpv_per_day,
    gpv_per_day_change
from steps
order by month, place
