-- How many merchants does each month lose, and how many return?
-- Grain: month of the reporting window. Sources: fct_merchant_churn, fct_merchant_month,
-- dim_calendar. A month's churn is complete once 90 days have gone by.
create or replace view v_churn_monthly as
with last_day as (
    select max(day) as day
    from dim_calendar
),

months as (
    select
        dim_calendar.month as month,
        dim_calendar.month_number as month_number,
        dim_calendar.is_partial_month as is_partial_month,
        not dim_calendar.is_partial_month
        and max(dim_calendar.day) + interval '90' day <= max(last_day.day) as is_fully_observed
    from dim_calendar
    cross join last_day
    group by dim_calendar.month, dim_calendar.month_number, dim_calendar.is_partial_month
),

active as (
    select
        month_number,
        count(*) as active_merchants
    from fct_merchant_month
    where approved_txns > 0
    group by month_number
),

churned as (
    select
        cast(date_trunc('month', churned_on) as date) as month,
        count(*) as churned_merchants,
        sum(case when churn_status = 'suspected' then 1 else 0 end) as suspected_merchants
    from fct_merchant_churn
    group by cast(date_trunc('month', churned_on) as date)
),

reactivated as (
    select
        cast(date_trunc('month', reactivated_on) as date) as month,
        count(*) as reactivated_merchants
    from fct_merchant_churn
    where reactivated_on is not null
    group by cast(date_trunc('month', reactivated_on) as date)
),

counts as (
    select
        months.month as month,
        months.is_partial_month as is_partial_month,
        months.is_fully_observed as is_fully_observed,
        cast(coalesce(active.active_merchants, 0) as bigint) as active_merchants,
        cast(coalesce(churned.churned_merchants, 0) as bigint) as churned_merchants,
        cast(coalesce(churned.suspected_merchants, 0) as bigint) as suspected_merchants,
        cast(coalesce(reactivated.reactivated_merchants, 0) as bigint) as reactivated_merchants
    from months
    left join active on months.month_number = active.month_number
    left join churned on months.month = churned.month
    left join reactivated on months.month = reactivated.month
)

select
    month,
    is_partial_month,
    is_fully_observed,
    active_merchants,
    churned_merchants,
    suspected_merchants,
    reactivated_merchants,
    case
        when is_fully_observed
            then cast(churned_merchants as double) / nullif(active_merchants, 0)
    end as churn_rate
from counts;

comment on view v_churn_monthly is 'Merchants lost and won back. Grain: month of the window.';
comment on column v_churn_monthly.month is 'First day of the month.';
comment on column v_churn_monthly.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_churn_monthly.is_fully_observed is
'Whether the month is whole and the 90 days after it lie inside the reporting window.';
comment on column v_churn_monthly.active_merchants is
'Merchants with at least one approved attempt in the month.';
comment on column v_churn_monthly.churned_merchants is
'Merchants whose last payment before a churn (fct_merchant_churn) lies in the month.';
comment on column v_churn_monthly.suspected_merchants is
'Those of them whose silence has not yet lasted 90 days.';
comment on column v_churn_monthly.reactivated_merchants is
'Merchants whose first payment after a churn lies in the month.';
comment on column v_churn_monthly.churn_rate is
'churned_merchants / active_merchants; NULL unless fully observed.';
