-- How do cohorts of one kind of merchant hold on, under the filters that describe a merchant?
-- Grain: sign-up month x age in months x size x region x industry x sales channel. Source:
-- fct_merchant_cohort, in the order of its key.
create or replace temp view cohort_months as
select
    signup_month,
    month_index,
    merchant_size,
    region,
    industry,
    sales_channel,
    month,
    is_fully_observed,
    cohort_merchants,
    retained_merchants,
    gpv,
    net_revenue,
    contribution_amount
from fct_merchant_cohort
order by
    signup_month,
    month_index,
    merchant_size,
    region,
    industry,
    sales_channel;

comment on view cohort_months is
'Cohorts by kind of merchant. Grain: sign-up month x age x size, region, industry, sales channel.';
comment on column cohort_months.signup_month is 'First day of the sign-up month.';
comment on column cohort_months.month_index is
'Age: calendar months since the sign-up month, which itself is 0.';
comment on column cohort_months.merchant_size is 'small, medium or enterprise.';
comment on column cohort_months.region is 'Region of the merchants.';
comment on column cohort_months.industry is 'Industry of the merchants.';
comment on column cohort_months.sales_channel is 'direct, partner or online.';
comment on column cohort_months.month is 'First day of the month looked at.';
comment on column cohort_months.is_fully_observed is
'Whether the whole month lies inside the reporting window.';
comment on column cohort_months.cohort_merchants is
'All merchants who signed up, whether they ever processed or not: repeats on each age.';
comment on column cohort_months.retained_merchants is
'Those with at least one approved attempt in the month.';
comment on column cohort_months.gpv is 'Their gross payment volume in the month.';
comment on column cohort_months.net_revenue is 'Their net revenue in the month.';
comment on column cohort_months.contribution_amount is
'Their contribution margin in the month (fct_contribution_month).';
