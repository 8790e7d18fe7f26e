-- Does winning merchants pay, by sales channel and by campaign?
-- Grain: sales channel, or campaign (segment_kind tells which). Sources: merchants, campaigns,
-- dim_calendar, fct_merchant_month, discount_factors. Income by age is the
-- mean over every merchant signed up long enough ago for the window to show that age, silent ones
-- included, so survival is inside it; ages that the window shows of nobody end the lifetime value.
create or replace view v_unit_economics as
with reporting_window as (
    select
        min(day) as first_day,
        max(day) as last_day
    from dim_calendar
),

months as (
    select month_number
    from dim_calendar
    where not is_partial_month
    group by month_number
),

segments as (
    select
        'channel' as segment_kind,
        cast(sales_channel as varchar) as segment,
        merchant_id,
        signup_date,
        acquisition_cost
    from merchants
    union all
    select
        'campaign' as segment_kind,
        campaigns.campaign_name as segment,
        merchants.merchant_id as merchant_id,
        merchants.signup_date as signup_date,
        merchants.acquisition_cost as acquisition_cost
    from merchants
    inner join campaigns on merchants.campaign_id = campaigns.campaign_id
),

activated as (
    select merchant_id
    from fct_merchant_month
    where approved_txns > 0
    group by merchant_id
),

-- Cost of winning: sign-ups of the window only, since older ones may have paid before the data.
acquisition as (
    select
        segments.segment_kind as segment_kind,
        segments.segment as segment,
        count(*) as signups,
        sum(segments.acquisition_cost) as acquisition_cost,
        sum(case when activated.merchant_id is null then 0 else 1 end) as activated_merchants
    from segments
    cross join reporting_window
    left join activated on segments.merchant_id = activated.merchant_id
    where segments.signup_date between reporting_window.first_day and reporting_window.last_day
    group by segments.segment_kind, segments.segment
),

-- Merchants and their income by channel, campaign and sign-up month, before they are counted twice,
-- once for their channel and once for their campaign.
kinds as (
    select
        merchant_id,
        sales_channel,
        campaign_id,
        extract(year from signup_date) * 12 + extract(month from signup_date)
            as signup_month_number
    from merchants
),

kind_merchants as (
    select
        sales_channel,
        campaign_id,
        signup_month_number,
        count(*) as merchants
    from kinds
    group by sales_channel, campaign_id, signup_month_number
),

kind_income as (
    select
        kinds.sales_channel as sales_channel,
        kinds.campaign_id as campaign_id,
        fct_merchant_month.month_number - kinds.signup_month_number as month_index,
        sum(fct_merchant_month.contribution_amount) as contribution_amount
    from fct_merchant_month
    inner join months on fct_merchant_month.month_number = months.month_number
    inner join kinds on fct_merchant_month.merchant_id = kinds.merchant_id
    group by
        kinds.sales_channel,
        kinds.campaign_id,
        fct_merchant_month.month_number - kinds.signup_month_number
),

signup_months as (
    select
        'channel' as segment_kind,
        cast(sales_channel as varchar) as segment,
        signup_month_number,
        merchants
    from kind_merchants
    union all
    select
        'campaign' as segment_kind,
        campaigns.campaign_name as segment,
        kind_merchants.signup_month_number as signup_month_number,
        kind_merchants.merchants as merchants
    from kind_merchants
    inner join campaigns on kind_merchants.campaign_id = campaigns.campaign_id
),

segment_income as (
    select
        'channel' as segment_kind,
        cast(sales_channel as varchar) as segment,
        month_index,
        contribution_amount
    from kind_income
    union all
    select
        'campaign' as segment_kind,
        campaigns.campaign_name as segment,
        kind_income.month_index as month_index,
        kind_income.contribution_amount as contribution_amount
    from kind_income
    inner join campaigns on kind_income.campaign_id = campaigns.campaign_id
),

exposure as (
    select
        signup_months.segment_kind as segment_kind,
        signup_months.segment as segment,
        months.month_number - signup_months.signup_month_number as month_index,
        sum(signup_months.merchants) as exposed_merchants
    from signup_months
    inner join months on signup_months.signup_month_number <= months.month_number
    group by
        signup_months.segment_kind,
        signup_months.segment,
        months.month_number - signup_months.signup_month_number
),

income as (
    select
        segment_kind,
        segment,
        month_index,
        sum(contribution_amount) as contribution_amount
    from segment_income
    group by segment_kind, segment, month_index
),

curve as (
    select
        exposure.segment_kind as segment_kind,
        exposure.segment as segment,
        exposure.month_index as month_index,
        discount_factors.discount_factor as discount_factor,
        cast(
            cast(coalesce(income.contribution_amount, 0) as double)
            / nullif(exposure.exposed_merchants, 0) as decimal(28, 16)
        ) as contribution_per_merchant
    from exposure
    inner join discount_factors on exposure.month_index = discount_factors.month_index
    left join income
        on
            exposure.segment_kind = income.segment_kind
            and exposure.segment = income.segment
            and exposure.month_index = income.month_index
),

-- A gap in the ages ends the lifetime: what lies behind it was never reached.
numbered as (
    select
        segment_kind,
        segment,
        month_index,
        contribution_per_merchant,
        discount_factor,
        count(*) over (
            partition by segment_kind, segment order by month_index
            rows between unbounded preceding and current row
        ) as ages_so_far,
        sum(contribution_per_merchant) over (
            partition by segment_kind, segment order by month_index
            rows between unbounded preceding and current row
        ) as cumulative_contribution
    from curve
),

lifetimes as (
    select
        segment_kind,
        segment,
        count(*) as observed_months,
        cast(sum(cast(
            cast(contribution_per_merchant as double) * discount_factor as decimal(28, 16)
        )) as double) as discounted_contribution
    from numbered
    where ages_so_far = month_index + 1
    group by segment_kind, segment
),

paybacks as (
    select
        numbered.segment_kind as segment_kind,
        numbered.segment as segment,
        min(numbered.month_index) as payback_months
    from numbered
    inner join acquisition
        on
            numbered.segment_kind = acquisition.segment_kind
            and numbered.segment = acquisition.segment
    where
        numbered.ages_so_far = numbered.month_index + 1
        and cast(numbered.cumulative_contribution as double)
        >= cast(acquisition.acquisition_cost as double) / nullif(acquisition.signups, 0)
    group by numbered.segment_kind, numbered.segment
)

select
    acquisition.segment_kind as segment_kind,
    acquisition.segment as segment,
    cast(acquisition.signups as bigint) as signups,
    cast(acquisition.activated_merchants as bigint) as activated_merchants,
    cast(acquisition.activated_merchants as double) / nullif(acquisition.signups, 0)
        as activated_share,
    cast(acquisition.acquisition_cost as decimal(18, 2)) as acquisition_cost,
    cast(acquisition.acquisition_cost as double) / nullif(acquisition.activated_merchants, 0)
        as cac,
    cast(lifetimes.observed_months as bigint) as observed_months,
    lifetimes.discounted_contribution as contribution_per_signup,
    cast(lifetimes.discounted_contribution as double) * acquisition.signups
    / nullif(acquisition.activated_merchants, 0) as ltv,
    cast(lifetimes.discounted_contribution as double) * acquisition.signups
    / nullif(cast(acquisition.acquisition_cost as double), 0) as ltv_to_cac,
    cast(paybacks.payback_months as bigint) as payback_months
from acquisition
left join lifetimes
    on
        acquisition.segment_kind = lifetimes.segment_kind
        and acquisition.segment = lifetimes.segment
left join paybacks
    on
        acquisition.segment_kind = paybacks.segment_kind
        and acquisition.segment = paybacks.segment;

comment on view v_unit_economics is
'Cost and value of winning merchants. Grain: sales channel or campaign with sign-ups.';
comment on column v_unit_economics.segment_kind is 'channel or campaign.';
comment on column v_unit_economics.segment is 'Sales channel, or name of the campaign.';
comment on column v_unit_economics.signups is
'Merchants who signed up inside the reporting window.';
comment on column v_unit_economics.activated_merchants is
'Those with an approved attempt by the end of the window.';
comment on column v_unit_economics.activated_share is 'activated_merchants / signups.';
comment on column v_unit_economics.acquisition_cost is
'Sales and marketing spend on these sign-ups, activated or not.';
comment on column v_unit_economics.cac is
'Customer acquisition cost: acquisition_cost / activated_merchants, USD.';
comment on column v_unit_economics.observed_months is
'Ages, from 0, that the value counts: at most 36, fewer when the window shows nobody that old.';
comment on column v_unit_economics.contribution_per_signup is
'Mean contribution margin by age, discounted at 10 % a year, summed over observed_months, USD.';
comment on column v_unit_economics.ltv is
'Lifetime value of an activated merchant: contribution_per_signup / activated_share, USD.';
comment on column v_unit_economics.ltv_to_cac is 'ltv / cac: above 1 winning merchants pays.';
comment on column v_unit_economics.payback_months is
'First age at which contribution margin to date covers the spend on a sign-up; NULL if none does.';
