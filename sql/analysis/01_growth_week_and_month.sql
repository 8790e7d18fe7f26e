-- How do GPV, approval and fee yield move week over week and month over month?
-- For everybody. From v_kpi_weekly and v_kpi_monthly: one row a week and a month, each beside the period before; the
-- changes are NULL where either is partial. Months differ in days and weekends: adjusted_growth is the one to read for
-- months.
create or replace temp table evidence as
with periods as (
    select
        'week' as period_kind,
        week_start as period_start,
        week_start::varchar as period,
        gpv,
        gpv_week_before as gpv_before,
        wow_growth as growth,
        wow_growth as adjusted_growth,
        approval_rate,
        fee_yield
    from v_kpi_weekly
    union all
    select
        'month' as period_kind,
        month as period_start,
        strftime(month, '%Y-%m') as period,
        gpv,
        gpv_month_before as gpv_before,
        mom_growth as growth,
        weekday_adjusted_mom_growth as adjusted_growth,
        approval_rate,
        fee_yield
    from v_kpi_monthly
)

select
    *,
    case when gpv_before is not null then approval_rate - lag(approval_rate) over by_time end
        as approval_change,
    case when gpv_before is not null then fee_yield - lag(fee_yield) over by_time end
        as fee_yield_change
from periods
window by_time as (partition by period_kind order by period_start);

select * from evidence
order by period_kind desc, period_start;

with latest as (
    select * from evidence
    where growth is not null
    qualify row_number() over (partition by period_kind order by period_start desc) = 1
)

select
    coalesce(
        string_agg(
            format(
                'In the {} {} GPV was USD {:,.0f}, {:+.1f} % on the {} before ({:+.1f} % adjusted for'
                || ' weekdays); approval was {:.1f} % ({:+.2f} points), fee yield {:.1f} basis points'
                || ' ({:+.1f} basis points).',
                period_kind, period, gpv::double, 100 * growth, period_kind, 100 * adjusted_growth,
                100 * approval_rate, 100 * approval_change,
                10000 * fee_yield, 10000 * fee_yield_change
            ), ' ' order by period_kind desc
        ),
        'Not enough data: it takes two whole weeks or months with volume, one after the other.'
    ) as answer
from latest;
