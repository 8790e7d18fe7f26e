-- How did each month go, against the month and the year before, and at an equal calendar?
-- Grain: month of the reporting window. Sources: dim_calendar, v_kpi_daily, fct_merchant_month.
-- A month without attempts is a row, so growth never jumps over it.
create or replace view v_kpi_monthly as
with days as (
    select
        dim_calendar.month as month,
        dim_calendar.month_number as month_number,
        dim_calendar.is_partial_month as is_partial_month,
        dim_calendar.weekday as weekday,
        v_kpi_daily.gpv as gpv,
        v_kpi_daily.txns as txns,
        v_kpi_daily.approved_txns as approved_txns,
        v_kpi_daily.total_fees as total_fees,
        v_kpi_daily.net_revenue as net_revenue
    from dim_calendar
    inner join v_kpi_daily on dim_calendar.day = v_kpi_daily.day
),

months as (
    select
        month,
        month_number,
        is_partial_month,
        count(*) as days,
        cast(sum(gpv) as decimal(18, 2)) as gpv,
        cast(sum(txns) as bigint) as txns,
        cast(sum(approved_txns) as bigint) as approved_txns,
        cast(sum(total_fees) as decimal(18, 2)) as total_fees,
        cast(sum(net_revenue) as decimal(18, 2)) as net_revenue
    from days
    group by month, month_number, is_partial_month
),

-- Not additive over days: a merchant is active on many of them.
active_merchants as (
    select
        month_number,
        count(*) as active_merchants
    from fct_merchant_month
    where approved_txns > 0
    group by month_number
),

month_weekdays as (
    select
        month_number,
        weekday,
        count(*) as days,
        cast(sum(gpv) as decimal(18, 2)) as gpv
    from days
    group by month_number, weekday
),

-- Each weekday's mean of this month, times the number of such weekdays in the month before.
-- Whole months have four or five of each, so four decimals hold the result exactly.
weekday_adjusted as (
    select
        this_month.month_number as month_number,
        cast(sum(
            cast(this_month.gpv as double) / nullif(this_month.days, 0) * month_before.days
        ) as decimal(18, 4)) as gpv
    from month_weekdays as this_month
    inner join month_weekdays as month_before
        on
            this_month.month_number = month_before.month_number + 1
            and this_month.weekday = month_before.weekday
    group by this_month.month_number
),

weekday_adjusted_year as (
    select
        this_month.month_number as month_number,
        cast(sum(
            cast(this_month.gpv as double) / nullif(this_month.days, 0) * year_before.days
        ) as decimal(18, 4)) as gpv
    from month_weekdays as this_month
    inner join month_weekdays as year_before
        on
            this_month.month_number = year_before.month_number + 12
            and this_month.weekday = year_before.weekday
    group by this_month.month_number
),

-- A partial month on either side leaves no base to grow from.
months_with_base as (
    select
        month,
        month_number,
        is_partial_month,
        days,
        gpv,
        txns,
        approved_txns,
        total_fees,
        net_revenue,
        lag(days) over (order by month) as days_month_before,
        lag(days, 12) over (order by month) as days_year_before,
        case
            when not is_partial_month and not lag(is_partial_month) over (order by month)
                then lag(gpv) over (order by month)
        end as gpv_month_before,
        case
            when not is_partial_month and not lag(is_partial_month) over (order by month)
                then lag(txns) over (order by month)
        end as txns_month_before,
        case
            when not is_partial_month and not lag(is_partial_month, 12) over (order by month)
                then lag(gpv, 12) over (order by month)
        end as gpv_year_before
    from months
),

months_complete as (
    select
        months_with_base.month as month,
        months_with_base.is_partial_month as is_partial_month,
        months_with_base.days as days,
        months_with_base.gpv as gpv,
        months_with_base.txns as txns,
        months_with_base.approved_txns as approved_txns,
        months_with_base.total_fees as total_fees,
        months_with_base.net_revenue as net_revenue,
        coalesce(active_merchants.active_merchants, 0) as active_merchants,
        months_with_base.days_month_before as days_month_before,
        months_with_base.gpv_month_before as gpv_month_before,
        months_with_base.txns_month_before as txns_month_before,
        case when months_with_base.gpv_month_before is not null then weekday_adjusted.gpv end
            as gpv_weekday_adjusted,
        months_with_base.days_year_before as days_year_before,
        months_with_base.gpv_year_before as gpv_year_before,
        case when months_with_base.gpv_year_before is not null then weekday_adjusted_year.gpv end
            as gpv_year_weekday_adjusted
    from months_with_base
    left join active_merchants
        on months_with_base.month_number = active_merchants.month_number
    left join weekday_adjusted
        on months_with_base.month_number = weekday_adjusted.month_number
    left join weekday_adjusted_year
        on months_with_base.month_number = weekday_adjusted_year.month_number
)

select
    month,
    is_partial_month,
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
    active_merchants,
    gpv_month_before,
    cast(gpv as double) / nullif(cast(gpv_month_before as double), 0) - 1 as mom_growth,
    days_month_before,
    cast(gpv as double) / nullif(days, 0)
    / nullif(cast(gpv_month_before as double) / nullif(days_month_before, 0), 0)
    - 1 as per_day_mom_growth,
    gpv_weekday_adjusted,
    cast(gpv_weekday_adjusted as double) / nullif(cast(gpv_month_before as double), 0)
    - 1 as weekday_adjusted_mom_growth,
    txns_month_before,
    cast(txns as double) / nullif(txns_month_before, 0) - 1 as txns_mom_growth,
    gpv_year_before,
    cast(gpv as double) / nullif(cast(gpv_year_before as double), 0) - 1 as yoy_growth,
    days_year_before,
    cast(gpv as double) / nullif(days, 0)
    / nullif(cast(gpv_year_before as double) / nullif(days_year_before, 0), 0)
    - 1 as per_day_yoy_growth,
    gpv_year_weekday_adjusted,
    cast(gpv_year_weekday_adjusted as double) / nullif(cast(gpv_year_before as double), 0)
    - 1 as weekday_adjusted_yoy_growth
from months_complete;

comment on view v_kpi_monthly is
'Volume, approval, yield and growth of each month. Grain: month; empty months are rows of zeros.';
comment on column v_kpi_monthly.month is 'First day of the month.';
comment on column v_kpi_monthly.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_kpi_monthly.days is 'Days of the month inside the reporting window.';
comment on column v_kpi_monthly.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column v_kpi_monthly.txns is 'Authorisation attempts, approved or not.';
comment on column v_kpi_monthly.approved_txns is 'Approved attempts.';
comment on column v_kpi_monthly.approval_rate is
'approved_txns / txns; NULL in a month without attempts.';
comment on column v_kpi_monthly.avg_amount is
'Average ticket: gpv / approved_txns; a ratio, hence not rounded to cents.';
comment on column v_kpi_monthly.total_fees is 'Merchant fees of approved attempts.';
comment on column v_kpi_monthly.fee_yield is 'total_fees / gpv; 0.021 is 210 basis points.';
comment on column v_kpi_monthly.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column v_kpi_monthly.net_take_rate is 'net_revenue / gpv.';
comment on column v_kpi_monthly.active_merchants is
'Merchants with at least one approved attempt; distinct, so months must not be added up.';
comment on column v_kpi_monthly.gpv_month_before is
'gpv of the month before; NULL when either month is partial.';
comment on column v_kpi_monthly.mom_growth is
'gpv / gpv_month_before - 1: months as they are, 28 to 31 days; NULL when either is partial.';
comment on column v_kpi_monthly.days_month_before is 'days of the month before.';
comment on column v_kpi_monthly.per_day_mom_growth is
'Growth of gpv / days, so that a short February is no dip; NULL when either month is partial.';
comment on column v_kpi_monthly.gpv_weekday_adjusted is
'What this month would have made with the weekdays of the month before, at its own mean of each.';
comment on column v_kpi_monthly.weekday_adjusted_mom_growth is
'gpv_weekday_adjusted / gpv_month_before - 1: neither days nor weekends tell the months apart.';
comment on column v_kpi_monthly.txns_month_before is
'txns of the month before; NULL when either month is partial.';
comment on column v_kpi_monthly.txns_mom_growth is
'txns / txns_month_before - 1; NULL when either month is partial.';
comment on column v_kpi_monthly.gpv_year_before is
'gpv of the same month a year before; NULL when either month is partial or outside the window.';
comment on column v_kpi_monthly.yoy_growth is
'gpv / gpv_year_before - 1; NULL unless both months are whole.';
comment on column v_kpi_monthly.days_year_before is 'days of the same month a year before.';
comment on column v_kpi_monthly.per_day_yoy_growth is
'Growth of gpv / days over the same month a year before: differs in February only.';
comment on column v_kpi_monthly.gpv_year_weekday_adjusted is
'What this month would have made with the weekdays of the same month a year before.';
comment on column v_kpi_monthly.weekday_adjusted_yoy_growth is
'gpv_year_weekday_adjusted / gpv_year_before - 1: the weekdays of the two years do not count.';
