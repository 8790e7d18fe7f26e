-- How did each day go, and where does it stand against the last 7 and 28 days?
-- Grain: day of the reporting window; a day without attempts is a row of zeros.
-- Sources: dim_calendar, fct_payments_daily. A rolling ratio is a ratio of sums over its window.
create or replace view v_kpi_daily as
with active_days as (
    select
        day,
        sum(gpv) as gpv,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from fct_payments_daily
    group by day
),

all_days as (
    select
        dim_calendar.day as day,
        cast(coalesce(active_days.gpv, 0) as decimal(18, 2)) as gpv,
        cast(coalesce(active_days.txns, 0) as bigint) as txns,
        cast(coalesce(active_days.approved_txns, 0) as bigint) as approved_txns,
        cast(coalesce(active_days.total_fees, 0) as decimal(18, 2)) as total_fees,
        cast(coalesce(active_days.net_revenue, 0) as decimal(18, 2)) as net_revenue
    from dim_calendar
    left join active_days on dim_calendar.day = active_days.day
),

-- A sum over fewer days than its name says would read as a dip: NULL until the window is full.
rolling as (
    select
        day,
        gpv,
        txns,
        approved_txns,
        total_fees,
        net_revenue,
        lag(gpv, 7) over (order by day) as gpv_week_before,
        case when count(*) over last_7_days = 7 then sum(gpv) over last_7_days end as gpv_7d,
        case when count(*) over last_7_days = 7 then sum(txns) over last_7_days end as txns_7d,
        case when count(*) over last_7_days = 7 then sum(approved_txns) over last_7_days end
            as approved_txns_7d,
        case when count(*) over last_7_days = 7 then sum(total_fees) over last_7_days end
            as total_fees_7d,
        case when count(*) over last_28_days = 28 then sum(gpv) over last_28_days end as gpv_28d,
        case when count(*) over last_28_days = 28 then sum(txns) over last_28_days end as txns_28d,
        case when count(*) over last_28_days = 28 then sum(approved_txns) over last_28_days end
            as approved_txns_28d,
        case when count(*) over last_28_days = 28 then sum(total_fees) over last_28_days end
            as total_fees_28d
    from all_days
    window
        last_7_days as (order by day rows between 6 preceding and current row),
        last_28_days as (order by day rows between 27 preceding and current row)
)

select
    day,
    gpv,
    txns,
    approved_txns,
    cast(approved_txns as double) / nullif(txns, 0) as approval_rate,
    cast(gpv as double) / nullif(approved_txns, 0) as avg_amount,
    total_fees,
    cast(total_fees as double) / nullif(cast(gpv as double), 0) as fee_yield,
    net_revenue,
    cast(net_revenue as double) / nullif(cast(gpv as double), 0) as net_take_rate,
    gpv_week_before,
    cast(gpv as double) / nullif(cast(gpv_week_before as double), 0) - 1 as wow_growth,
    cast(gpv_7d as decimal(18, 2)) as gpv_7d,
    cast(txns_7d as bigint) as txns_7d,
    cast(approved_txns_7d as bigint) as approved_txns_7d,
    cast(approved_txns_7d as double) / nullif(txns_7d, 0) as approval_rate_7d,
    cast(total_fees_7d as decimal(18, 2)) as total_fees_7d,
    cast(total_fees_7d as double) / nullif(cast(gpv_7d as double), 0) as fee_yield_7d,
    cast(gpv_28d as decimal(18, 2)) as gpv_28d,
    cast(txns_28d as bigint) as txns_28d,
    cast(approved_txns_28d as bigint) as approved_txns_28d,
    cast(approved_txns_28d as double) / nullif(txns_28d, 0) as approval_rate_28d,
    cast(total_fees_28d as decimal(18, 2)) as total_fees_28d,
    cast(total_fees_28d as double) / nullif(cast(gpv_28d as double), 0) as fee_yield_28d
from rolling;

comment on view v_kpi_daily is
'Volume, approval and yield of each day. Grain: UTC day; empty days are rows of zeros.';
comment on column v_kpi_daily.day is 'UTC day of the reporting window.';
comment on column v_kpi_daily.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column v_kpi_daily.txns is 'Authorisation attempts, approved or not.';
comment on column v_kpi_daily.approved_txns is 'Approved attempts.';
comment on column v_kpi_daily.approval_rate is
'approved_txns / txns; NULL on a day without attempts.';
comment on column v_kpi_daily.avg_amount is
'Average ticket: gpv / approved_txns; a ratio, hence not rounded to cents.';
comment on column v_kpi_daily.total_fees is 'Merchant fees of approved attempts.';
comment on column v_kpi_daily.fee_yield is 'total_fees / gpv; 0.021 is 210 basis points.';
comment on column v_kpi_daily.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column v_kpi_daily.net_take_rate is 'net_revenue / gpv.';
comment on column v_kpi_daily.gpv_week_before is 'gpv of the same weekday one week earlier.';
comment on column v_kpi_daily.wow_growth is
'gpv / gpv_week_before - 1: like weekday against like weekday; NULL in the first week.';
comment on column v_kpi_daily.gpv_7d is
'gpv of the 7 days up to this one; NULL until the window holds 7 days.';
comment on column v_kpi_daily.txns_7d is 'txns of the same 7 days.';
comment on column v_kpi_daily.approved_txns_7d is 'approved_txns of the same 7 days.';
comment on column v_kpi_daily.approval_rate_7d is 'approved_txns_7d / txns_7d.';
comment on column v_kpi_daily.total_fees_7d is 'total_fees of the same 7 days.';
comment on column v_kpi_daily.fee_yield_7d is 'total_fees_7d / gpv_7d.';
comment on column v_kpi_daily.gpv_28d is
'gpv of the 28 days up to this one; NULL until the window holds 28 days.';
comment on column v_kpi_daily.txns_28d is 'txns of the same 28 days.';
comment on column v_kpi_daily.approved_txns_28d is 'approved_txns of the same 28 days.';
comment on column v_kpi_daily.approval_rate_28d is 'approved_txns_28d / txns_28d.';
comment on column v_kpi_daily.total_fees_28d is 'total_fees of the same 28 days.';
comment on column v_kpi_daily.fee_yield_28d is 'total_fees_28d / gpv_28d.';
