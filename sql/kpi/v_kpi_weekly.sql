-- How did each week go, against the week and the year before?
-- Grain: ISO week of the reporting window. Sources: dim_calendar, v_kpi_daily.
-- Whole weeks all have the same seven weekdays, so growth needs no calendar adjustment here; the
-- year before is 52 weeks, 364 days, back.
create or replace view v_kpi_weekly as
with weeks as (
    select
        dim_calendar.week_start as week_start,
        dim_calendar.is_partial_week as is_partial_week,
        count(*) as days,
        cast(sum(v_kpi_daily.gpv) as decimal(18, 2)) as gpv,
        cast(sum(v_kpi_daily.txns) as bigint) as txns,
        cast(sum(v_kpi_daily.approved_txns) as bigint) as approved_txns,
        cast(sum(v_kpi_daily.total_fees) as decimal(18, 2)) as total_fees,
        cast(sum(v_kpi_daily.net_revenue) as decimal(18, 2)) as net_revenue
    from dim_calendar
    inner join v_kpi_daily on dim_calendar.day = v_kpi_daily.day
    group by dim_calendar.week_start, dim_calendar.is_partial_week
),

-- A partial week on either side leaves no base to grow from.
weeks_with_base as (
    select
        week_start,
        is_partial_week,
        days,
        gpv,
        txns,
        approved_txns,
        total_fees,
        net_revenue,
        case
            when not is_partial_week and not lag(is_partial_week) over (order by week_start)
                then lag(gpv) over (order by week_start)
        end as gpv_week_before,
        case
            when not is_partial_week and not lag(is_partial_week) over (order by week_start)
                then lag(txns) over (order by week_start)
        end as txns_week_before,
        case
            when not is_partial_week and not lag(is_partial_week, 52) over (order by week_start)
                then lag(gpv, 52) over (order by week_start)
        end as gpv_year_before
    from weeks
)

select
    week_start,
    is_partial_week,
    days,
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
    txns_week_before,
    cast(txns as double) / nullif(txns_week_before, 0) - 1 as txns_wow_growth,
    gpv_year_before,
    cast(gpv as double) / nullif(cast(gpv_year_before as double), 0) - 1 as yoy_growth
from weeks_with_base;

comment on view v_kpi_weekly is
'Volume, approval and yield of each week. Grain: ISO week; empty weeks are rows of zeros.';
comment on column v_kpi_weekly.week_start is 'Monday of the week.';
comment on column v_kpi_weekly.is_partial_week is
'Whether the reporting window holds only a part of the week.';
comment on column v_kpi_weekly.days is 'Days of the week inside the reporting window.';
comment on column v_kpi_weekly.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column v_kpi_weekly.txns is 'Authorisation attempts, approved or not.';
comment on column v_kpi_weekly.approved_txns is 'Approved attempts.';
comment on column v_kpi_weekly.approval_rate is
'approved_txns / txns; NULL in a week without attempts.';
comment on column v_kpi_weekly.avg_amount is
'Average ticket: gpv / approved_txns; a ratio, hence not rounded to cents.';
comment on column v_kpi_weekly.total_fees is 'Merchant fees of approved attempts.';
comment on column v_kpi_weekly.fee_yield is 'total_fees / gpv; 0.021 is 210 basis points.';
comment on column v_kpi_weekly.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column v_kpi_weekly.net_take_rate is 'net_revenue / gpv.';
comment on column v_kpi_weekly.gpv_week_before is
'gpv of the week before; NULL when either week is partial.';
comment on column v_kpi_weekly.wow_growth is
'gpv / gpv_week_before - 1; NULL when either week is partial.';
comment on column v_kpi_weekly.txns_week_before is
'txns of the week before; NULL when either week is partial.';
comment on column v_kpi_weekly.txns_wow_growth is
'txns / txns_week_before - 1; NULL when either week is partial.';
comment on column v_kpi_weekly.gpv_year_before is
'gpv of the week 364 days before; NULL when either week is partial or there is no such week.';
comment on column v_kpi_weekly.yoy_growth is
'gpv / gpv_year_before - 1: the same weekdays, 52 weeks apart.';
