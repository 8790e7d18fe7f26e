-- How many merchants have not yet churned, by age?
-- Grain: age in months x merchant size x region x industry x sales channel, with merchants exposed.
-- Sources: merchants, fct_merchant_month, fct_merchant_churn, dim_calendar. Age 0 is the month of
-- the first approved attempt of merchants who signed up inside the window. An age counts once 90
-- days have gone by after it, so that churn could be confirmed; those who came back later did
-- churn.
create or replace view v_merchant_survival as
with reporting_window as (
    select
        min(day) as first_day,
        max(day) as last_day
    from dim_calendar
),

observed_months as (
    select
        dim_calendar.month_number as month_number,
        max(dim_calendar.day) as last_day
    from dim_calendar
    cross join reporting_window
    where not dim_calendar.is_partial_month
    group by dim_calendar.month_number
    having max(dim_calendar.day) + interval '90' day <= max(reporting_window.last_day)
),

starts as (
    select
        fct_merchant_month.merchant_id as merchant_id,
        min(fct_merchant_month.month_number) as first_month_number
    from fct_merchant_month
    inner join merchants on fct_merchant_month.merchant_id = merchants.merchant_id
    cross join reporting_window
    where
        fct_merchant_month.approved_txns > 0
        and merchants.signup_date >= reporting_window.first_day
    group by fct_merchant_month.merchant_id
),

churned as (
    select
        merchant_id,
        min(extract(year from churned_on) * 12 + extract(month from churned_on))
            as churn_month_number
    from fct_merchant_churn
    where silent_days >= 90
    group by merchant_id
),

counts as (
    select
        observed_months.month_number - starts.first_month_number as month_index,
        merchants.merchant_size as merchant_size,
        merchants.region as region,
        merchants.industry as industry,
        merchants.sales_channel as sales_channel,
        count(*) as exposed_merchants,
        sum(
            case
                when churned.churn_month_number <= observed_months.month_number then 0
                else 1
            end
        ) as surviving_merchants
    from starts
    inner join observed_months on starts.first_month_number <= observed_months.month_number
    inner join merchants on starts.merchant_id = merchants.merchant_id
    left join churned on starts.merchant_id = churned.merchant_id
    group by
        observed_months.month_number - starts.first_month_number,
        merchants.merchant_size,
        merchants.region,
        merchants.industry,
        merchants.sales_channel
)

select
    cast(month_index as bigint) as month_index,
    merchant_size,
    region,
    industry,
    sales_channel,
    cast(exposed_merchants as bigint) as exposed_merchants,
    cast(surviving_merchants as bigint) as surviving_merchants,
    cast(surviving_merchants as double) / nullif(exposed_merchants, 0) as survival_rate
from counts;

comment on view v_merchant_survival is
'Merchants not yet churned. Grain: age x merchant size x region x industry x sales channel.';
comment on column v_merchant_survival.month_index is
'Calendar months since the month of the first approved attempt, which itself is 0.';
comment on column v_merchant_survival.merchant_size is 'small, medium or enterprise.';
comment on column v_merchant_survival.region is 'Region of the merchants.';
comment on column v_merchant_survival.industry is 'Industry of the merchants.';
comment on column v_merchant_survival.sales_channel is 'direct, partner or online.';
comment on column v_merchant_survival.exposed_merchants is
'Merchants whose month of this age is whole and lies 90 days before the end of the window.';
comment on column v_merchant_survival.surviving_merchants is
'Those whose last payment before a silence of 90 days or more (fct_merchant_churn) lies later.';
comment on column v_merchant_survival.survival_rate is
'surviving_merchants / exposed_merchants: the higher the age, the fewer and older the cohorts.';
