-- What do merchants of one age and kind still do, and what do they bring?
-- Grain: sign-up month x age in months x size x region x industry x sales channel, from age 0, for
-- every month of the reporting window. Sources: merchants, dim_calendar, fct_merchant_month. A cell
-- where nobody is left is a row of zeros.
create or replace view fct_merchant_cohort as
with signups as (
    select
        merchant_id,
        cast(date_trunc('month', signup_date) as date) as signup_month,
        extract(year from signup_date) * 12 + extract(month from signup_date)
            as signup_month_number,
        merchant_size,
        region,
        industry,
        sales_channel
    from merchants
),

cohorts as (
    select
        signup_month,
        signup_month_number,
        merchant_size,
        region,
        industry,
        sales_channel,
        count(*) as cohort_merchants
    from signups
    group by signup_month, signup_month_number, merchant_size, region, industry, sales_channel
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
        signups.merchant_size as merchant_size,
        signups.region as region,
        signups.industry as industry,
        signups.sales_channel as sales_channel,
        fct_merchant_month.month_number as month_number,
        sum(case when fct_merchant_month.approved_txns > 0 then 1 else 0 end)
            as retained_merchants,
        sum(fct_merchant_month.gpv) as gpv,
        sum(fct_merchant_month.net_revenue) as net_revenue,
        sum(fct_merchant_month.contribution_amount) as contribution_amount
    from fct_merchant_month
    inner join signups on fct_merchant_month.merchant_id = signups.merchant_id
    group by
        signups.signup_month_number,
        signups.merchant_size,
        signups.region,
        signups.industry,
        signups.sales_channel,
        fct_merchant_month.month_number
)

select
    cohorts.signup_month as signup_month,
    cast(months.month_number - cohorts.signup_month_number as bigint) as month_index,
    cohorts.merchant_size as merchant_size,
    cohorts.region as region,
    cohorts.industry as industry,
    cohorts.sales_channel as sales_channel,
    months.month as month,
    not months.is_partial_month as is_fully_observed,
    cast(cohorts.cohort_merchants as bigint) as cohort_merchants,
    cast(coalesce(active.retained_merchants, 0) as bigint) as retained_merchants,
    cast(coalesce(active.gpv, 0) as decimal(18, 2)) as gpv,
    cast(coalesce(active.net_revenue, 0) as decimal(18, 2)) as net_revenue,
    cast(coalesce(active.contribution_amount, 0) as decimal(18, 4)) as contribution_amount
from cohorts
inner join months on cohorts.signup_month_number <= months.month_number
left join active
    on
        cohorts.signup_month_number = active.signup_month_number
        and cohorts.merchant_size = active.merchant_size
        and cohorts.region = active.region
        and cohorts.industry = active.industry
        and cohorts.sales_channel = active.sales_channel
        and months.month_number = active.month_number;

comment on view fct_merchant_cohort is
'Additive cohort cube. Grain: sign-up month x age x size x region x industry x sales channel.';
comment on column fct_merchant_cohort.signup_month is 'First day of the sign-up month.';
comment on column fct_merchant_cohort.month_index is
'Age: calendar months since the sign-up month, which itself is 0.';
comment on column fct_merchant_cohort.merchant_size is 'small, medium or enterprise.';
comment on column fct_merchant_cohort.region is 'Region of the merchants.';
comment on column fct_merchant_cohort.industry is 'Industry of the merchants.';
comment on column fct_merchant_cohort.sales_channel is 'direct, partner or online.';
comment on column fct_merchant_cohort.month is 'First day of the month looked at.';
comment on column fct_merchant_cohort.is_fully_observed is
'Whether the whole month lies inside the reporting window.';
comment on column fct_merchant_cohort.cohort_merchants is
'All merchants who signed up, whether they ever processed or not: repeats on each age.';
comment on column fct_merchant_cohort.retained_merchants is
'Those with at least one approved attempt in the month.';
comment on column fct_merchant_cohort.gpv is 'Their gross payment volume in the month.';
comment on column fct_merchant_cohort.net_revenue is 'Their net revenue in the month.';
comment on column fct_merchant_cohort.contribution_amount is
'Their contribution margin in the month (fct_merchant_month).';
