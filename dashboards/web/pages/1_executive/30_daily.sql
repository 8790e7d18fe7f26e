-- title: GPV by day and approval over seven days
-- question: Does volume grow, does approval hold, and when did the detectors find something unusual?
-- note: Approval is the ratio of seven-day sums and is shown for full windows only. A diamond marks the first day of a finding of the detectors.
-- chart: dual
-- x: day
-- y: gpv
-- line: approval_rate
-- marks: finding
-- format: day=date, gpv=money, approval_rate=percent, approved_txns=count, txns=count
-- labels: approval_rate=Approval over seven days, approved_txns=Approved in seven days, txns=Attempts in seven days, finding=Finding
-- tooltip: gpv, approval_rate, approved_txns, txns
-- click: day -> filter date
-- width: full
with days as (
    select unnest(range(from_date - 6, to_date + 1, interval 1 day))::date as day
    from period
),

sums as (
    select
        days.day,
        coalesce(sum(all_daily.gpv), 0)::double as gpv,
        coalesce(sum(all_daily.txns), 0) as txns,
        coalesce(sum(all_daily.approved_txns), 0) as approved_txns
    from days
    left join all_daily on days.day = all_daily.day
    group by days.day
),

rolling as (
    select
        day,
        gpv,
        sum(txns) over seven_days as txns,
        sum(approved_txns) over seven_days as approved_txns
    from sums
    window seven_days as (order by day rows between 6 preceding and current row)
),

-- What the filters leave: a finding shows if any of it lies therein.
segments as (
    select region, industry, merchant_size, channel, payment_method
    from daily
    group by all
),

findings as (
    select
        greatest(anomalies.first_day, period.from_date) as day,
        string_agg(
            upper(anomalies.likely_cause[1]) || anomalies.likely_cause[2:] || ': ' || anomalies.segment
            || if(anomalies.flagged_days = 1, '', format(', {} days', anomalies.flagged_days)),
            '; ' order by anomalies.anomaly_id
        ) as finding
    from anomalies
    cross join period
    where
        anomalies.first_day <= period.to_date
        and anomalies.last_day >= period.from_date
        and exists (
            select 1
            from segments
            where
                coalesce(anomalies.of_region = segments.region, true)
                and coalesce(anomalies.of_industry = segments.industry, true)
                and coalesce(anomalies.of_merchant_size = segments.merchant_size, true)
                and coalesce(anomalies.of_channel = segments.channel, true)
                and coalesce(anomalies.of_payment_method = segments.payment_method, true)
        )
    group by all
)

select
    strftime(rolling.day, '%Y-%m-%d') as day,
    rolling.gpv,
    if(rolling.day - 6 >= meta.start_date, rolling.approved_txns::double, null) as approved_txns,
    if(rolling.day - 6 >= meta.start_date, rolling.txns::double, null) as txns,
    if(rolling.day - 6 >= meta.start_date, rolling.approved_txns / nullif(rolling.txns, 0), null) as approval_rate,
    findings.finding
from rolling
cross join period
cross join meta
left join findings on rolling.day = findings.day
where rolling.day >= period.from_date and exists (select 1 from daily)
order by rolling.day
