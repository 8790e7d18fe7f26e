-- Which regions and industries carry the volume, approve well and grow?
-- Grain: region x industry with merchants. Sources: fct_payments_daily, dim_calendar, merchants.
-- Year over year sets the last 12 whole months against the 12 before and is NULL unless the
-- reporting window holds all 24.
create or replace view v_industry_heatmap as
with whole_months as (
    select distinct month_number
    from dim_calendar
    where not is_partial_month
),

newest as (
    select
        max(month_number) as month_number,
        count(*) as whole_months
    from whole_months
),

-- Days of the 24 months that end with the newest whole one.
years as (
    select
        dim_calendar.day as day,
        case when dim_calendar.month_number > newest.month_number - 12 then 1 else 2 end
            as years_back
    from dim_calendar
    cross join newest
    where dim_calendar.month_number between newest.month_number - 23 and newest.month_number
),

active_cells as (
    select
        fct_payments_daily.region as region,
        fct_payments_daily.industry as industry,
        sum(fct_payments_daily.gpv) as gpv,
        sum(fct_payments_daily.txns) as txns,
        sum(fct_payments_daily.approved_txns) as approved_txns,
        sum(fct_payments_daily.total_fees) as total_fees,
        sum(fct_payments_daily.net_revenue) as net_revenue,
        sum(case when years.years_back = 1 then fct_payments_daily.gpv else 0 end)
            as gpv_last_12_months,
        sum(case when years.years_back = 2 then fct_payments_daily.gpv else 0 end)
            as gpv_12_months_before
    from fct_payments_daily
    left join years on fct_payments_daily.day = years.day
    group by fct_payments_daily.region, fct_payments_daily.industry
),

cells as (
    select
        region,
        industry
    from merchants
    group by region, industry
),

all_cells as (
    select
        cells.region as region,
        cells.industry as industry,
        cast(coalesce(active_cells.gpv, 0) as decimal(18, 2)) as gpv,
        cast(coalesce(active_cells.txns, 0) as bigint) as txns,
        cast(coalesce(active_cells.approved_txns, 0) as bigint) as approved_txns,
        cast(coalesce(active_cells.total_fees, 0) as decimal(18, 2)) as total_fees,
        cast(coalesce(active_cells.net_revenue, 0) as decimal(18, 2)) as net_revenue,
        case
            when newest.whole_months >= 24
                then cast(coalesce(active_cells.gpv_last_12_months, 0) as decimal(18, 2))
        end as gpv_last_12_months,
        case
            when newest.whole_months >= 24
                then cast(coalesce(active_cells.gpv_12_months_before, 0) as decimal(18, 2))
        end as gpv_12_months_before
    from cells
    cross join newest
    left join active_cells
        on
            cells.region = active_cells.region
            and cells.industry = active_cells.industry
)

select
    region,
    industry,
    gpv,
    txns,
    approved_txns,
    cast(approved_txns as double) / nullif(txns, 0) as approval_rate,
    cast(gpv as double) / nullif(approved_txns, 0) as avg_amount,
    total_fees,
    cast(total_fees as double) / nullif(cast(gpv as double), 0) as fee_yield,
    net_revenue,
    cast(net_revenue as double) / nullif(cast(gpv as double), 0) as net_take_rate,
    gpv_last_12_months,
    gpv_12_months_before,
    cast(gpv_last_12_months as double) / nullif(cast(gpv_12_months_before as double), 0)
    - 1 as yoy_growth
from all_cells;

comment on view v_industry_heatmap is
'Volume, approval and growth by region and industry. Grain: region x industry with merchants.';
comment on column v_industry_heatmap.region is 'Region of the merchant.';
comment on column v_industry_heatmap.industry is 'Industry of the merchant.';
comment on column v_industry_heatmap.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column v_industry_heatmap.txns is 'Authorisation attempts, approved or not.';
comment on column v_industry_heatmap.approved_txns is 'Approved attempts.';
comment on column v_industry_heatmap.approval_rate is
'approved_txns / txns; NULL in a cell without attempts.';
comment on column v_industry_heatmap.avg_amount is
'Average ticket: gpv / approved_txns; a ratio, hence not rounded to cents.';
comment on column v_industry_heatmap.total_fees is 'Merchant fees of approved attempts.';
comment on column v_industry_heatmap.fee_yield is 'total_fees / gpv; 0.021 is 210 basis points.';
comment on column v_industry_heatmap.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column v_industry_heatmap.net_take_rate is 'net_revenue / gpv.';
comment on column v_industry_heatmap.gpv_last_12_months is
'gpv of the last 12 whole months; NULL unless the window holds 24 whole months.';
comment on column v_industry_heatmap.gpv_12_months_before is
'gpv of the 12 months before those; NULL unless the window holds 24 whole months.';
comment on column v_industry_heatmap.yoy_growth is
'gpv_last_12_months / gpv_12_months_before - 1; NULL with less than two years of data.';
