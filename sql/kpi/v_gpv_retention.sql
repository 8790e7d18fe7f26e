-- How much of its early volume does a cohort still bring when it is k months old?
-- Grain: sign-up month x age in months. Sources: merchants, dim_calendar, fct_merchant_month.
-- The base is the mean month of ages 1 to 3, so only cohorts that the reporting window shows at all
-- three ages have one; the sign-up month itself is too short and too early to be it.
create or replace view v_gpv_retention as
with signups as (
    select
        merchant_id,
        cast(date_trunc('month', signup_date) as date) as signup_month,
        extract(year from signup_date) * 12 + extract(month from signup_date)
            as signup_month_number
    from merchants
),

cohorts as (
    select
        signup_month,
        signup_month_number,
        count(*) as cohort_merchants
    from signups
    group by signup_month, signup_month_number
),

months as (
    select
        month,
        month_number,
        is_partial_month
    from dim_calendar
    group by month, month_number, is_partial_month
),

active as (
    select
        signups.signup_month_number as signup_month_number,
        fct_merchant_month.month_number as month_number,
        sum(fct_merchant_month.gpv) as gpv,
        sum(fct_merchant_month.net_revenue) as net_revenue
    from fct_merchant_month
    inner join signups on fct_merchant_month.merchant_id = signups.merchant_id
    group by signups.signup_month_number, fct_merchant_month.month_number
),

cells as (
    select
        cohorts.signup_month as signup_month,
        months.month_number - cohorts.signup_month_number as month_index,
        months.month as month,
        months.is_partial_month as is_partial_month,
        cohorts.cohort_merchants as cohort_merchants,
        cast(coalesce(active.gpv, 0) as decimal(18, 2)) as gpv,
        cast(coalesce(active.net_revenue, 0) as decimal(18, 2)) as net_revenue
    from cohorts
    inner join months on cohorts.signup_month_number <= months.month_number
    left join active
        on
            cohorts.signup_month_number = active.signup_month_number
            and months.month_number = active.month_number
),

bases as (
    select
        signup_month,
        sum(gpv) as base_gpv,
        sum(net_revenue) as base_net_revenue
    from cells
    where month_index between 1 and 3 and not is_partial_month
    group by signup_month
    having count(*) = 3
)

select
    cells.signup_month as signup_month,
    cast(cells.month_index as bigint) as month_index,
    cells.month as month,
    not cells.is_partial_month as is_fully_observed,
    cast(cells.cohort_merchants as bigint) as cohort_merchants,
    cells.gpv as gpv,
    cast(bases.base_gpv as decimal(18, 2)) as base_gpv,
    case
        when not cells.is_partial_month
            then 3 * cast(cells.gpv as double) / nullif(cast(bases.base_gpv as double), 0)
    end as gpv_retention_rate,
    cells.net_revenue as net_revenue,
    cast(bases.base_net_revenue as decimal(18, 2)) as base_net_revenue,
    case
        when not cells.is_partial_month
            then
                3 * cast(cells.net_revenue as double)
                / nullif(cast(bases.base_net_revenue as double), 0)
    end as net_revenue_retention_rate
from cells
left join bases on cells.signup_month = bases.signup_month;

comment on view v_gpv_retention is
'Volume that cohorts keep. Grain: sign-up month x age in months inside the window.';
comment on column v_gpv_retention.signup_month is 'First day of the sign-up month.';
comment on column v_gpv_retention.month_index is
'Age: calendar months since the sign-up month, which itself is 0.';
comment on column v_gpv_retention.month is 'First day of the month looked at.';
comment on column v_gpv_retention.is_fully_observed is
'Whether the whole month lies inside the reporting window.';
comment on column v_gpv_retention.cohort_merchants is
'All merchants who signed up in signup_month, whether they ever processed or not.';
comment on column v_gpv_retention.gpv is 'Gross payment volume of the cohort in the month.';
comment on column v_gpv_retention.base_gpv is
'gpv of ages 1 to 3 together; NULL unless the window holds all three whole.';
comment on column v_gpv_retention.gpv_retention_rate is
'gpv / (base_gpv / 3), above 1 while a cohort grows; NULL when the month is not fully observed.';
comment on column v_gpv_retention.net_revenue is 'Net revenue of the cohort in the month.';
comment on column v_gpv_retention.base_net_revenue is 'net_revenue of ages 1 to 3 together.';
comment on column v_gpv_retention.net_revenue_retention_rate is
'net_revenue / (base_net_revenue / 3).';
