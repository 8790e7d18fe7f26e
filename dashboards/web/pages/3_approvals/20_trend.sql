-- title: Approval rate over seven days by channel, % of attempts
-- question: Does approval hold in every channel?
-- note: Ratio of seven-day sums, full windows only.
-- chart: line
-- x: day
-- y: approval_rate
-- series: channel
-- format: day=date, approval_rate=percent, approved_txns=count, txns=count
-- labels: approved_txns=Approved, txns=Attempts
-- tooltip: approval_rate, approved_txns, txns
-- click: channel -> filter channel
-- width: full
with days as (
    select unnest(range(from_date - 6, to_date + 1, interval 1 day))::date as day
    from period
),

channels as (
    select distinct channel from daily
),

sums as (
    select
        day,
        channel,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns
    from all_daily
    where day >= (select from_date - 6 from period)
    group by all
),

rolling as (
    select
        days.day,
        channels.channel,
        sum(sums.txns) over seven_days as txns,
        sum(sums.approved_txns) over seven_days as approved_txns
    from days
    cross join channels
    left join sums on days.day = sums.day and channels.channel = sums.channel
    window seven_days as (partition by channels.channel order by days.day rows between 6 preceding and current row)
)

select
    strftime(rolling.day, '%Y-%m-%d') as day,
    rolling.channel::varchar as channel,
    rolling.approved_txns::double as approved_txns,
    rolling.txns::double as txns,
    rolling.approved_txns / nullif(rolling.txns, 0) as approval_rate
from rolling
cross join period
cross join meta
where rolling.day >= period.from_date and rolling.day - 6 >= meta.start_date
order by rolling.day, rolling.channel
