-- Does each month's winning of merchants pay back, by sales channel and by campaign?
-- Grain: sales channel, or campaign (segment_kind tells which), x sign-up month of the reporting
-- window. Sources: merchants, campaigns, dim_calendar, fct_merchant_month.
-- Income is what the window shows so far, undiscounted and not projected: young months have had
-- less time, so compare months at the same observed_months. Lifetimes over all months are those of
-- v_unit_economics.
create or replace view v_unit_economics_monthly as
with months as (
    select
        month,
        month_number,
        is_partial_month
    from dim_calendar
    group by month, month_number, is_partial_month
),

whole_months as (
    select month_number
    from months
    where not is_partial_month
),

activated as (
    select merchant_id
    from fct_merchant_month
    where approved_txns > 0
    group by merchant_id
),

signups as (
    select
        merchants.merchant_id as merchant_id,
        cast(merchants.sales_channel as varchar) as sales_channel,
        merchants.campaign_id as campaign_id,
        dim_calendar.month_number as signup_month_number,
        merchants.acquisition_cost as acquisition_cost,
        case when activated.merchant_id is null then 0 else 1 end as is_activated
    from merchants
    inner join dim_calendar on merchants.signup_date = dim_calendar.day
    left join activated on merchants.merchant_id = activated.merchant_id
),

income as (
    select
        signups.merchant_id as merchant_id,
        whole_months.month_number - signups.signup_month_number as month_index,
        fct_merchant_month.contribution_amount as contribution_amount
    from signups
    inner join fct_merchant_month on signups.merchant_id = fct_merchant_month.merchant_id
    inner join whole_months on fct_merchant_month.month_number = whole_months.month_number
),

segments as (
    select
        'channel' as segment_kind,
        sales_channel as segment,
        signup_month_number,
        merchant_id,
        acquisition_cost,
        is_activated
    from signups
    union all
    select
        'campaign' as segment_kind,
        campaigns.campaign_name as segment,
        signups.signup_month_number as signup_month_number,
        signups.merchant_id as merchant_id,
        signups.acquisition_cost as acquisition_cost,
        signups.is_activated as is_activated
    from signups
    inner join campaigns on signups.campaign_id = campaigns.campaign_id
),

acquisition as (
    select
        segment_kind,
        segment,
        signup_month_number,
        count(*) as signups,
        sum(is_activated) as activated_merchants,
        sum(acquisition_cost) as acquisition_cost
    from segments
    group by segment_kind, segment, signup_month_number
),

segment_income as (
    select
        segments.segment_kind as segment_kind,
        segments.segment as segment,
        segments.signup_month_number as signup_month_number,
        income.month_index as month_index,
        sum(income.contribution_amount) as contribution_amount
    from segments
    inner join income on segments.merchant_id = income.merchant_id
    group by
        segments.segment_kind,
        segments.segment,
        segments.signup_month_number,
        income.month_index
),

-- Every age that the window shows wholly, with or without income.
ages as (
    select
        acquisition.segment_kind as segment_kind,
        acquisition.segment as segment,
        acquisition.signup_month_number as signup_month_number,
        acquisition.acquisition_cost as acquisition_cost,
        whole_months.month_number - acquisition.signup_month_number as month_index
    from acquisition
    inner join whole_months on acquisition.signup_month_number <= whole_months.month_number
),

curve as (
    select
        ages.segment_kind as segment_kind,
        ages.segment as segment,
        ages.signup_month_number as signup_month_number,
        ages.month_index as month_index,
        ages.acquisition_cost as acquisition_cost,
        coalesce(segment_income.contribution_amount, 0) as contribution_amount,
        sum(coalesce(segment_income.contribution_amount, 0)) over (
            partition by ages.segment_kind, ages.segment, ages.signup_month_number
            order by ages.month_index
            rows between unbounded preceding and current row
        ) as contribution_so_far
    from ages
    left join segment_income
        on
            ages.segment_kind = segment_income.segment_kind
            and ages.segment = segment_income.segment
            and ages.signup_month_number = segment_income.signup_month_number
            and ages.month_index = segment_income.month_index
),

returns as (
    select
        segment_kind,
        segment,
        signup_month_number,
        count(*) as observed_months,
        sum(contribution_amount) as contribution_amount,
        min(case when contribution_so_far >= acquisition_cost then month_index end)
            as payback_months
    from curve
    group by segment_kind, segment, signup_month_number
)

select
    acquisition.segment_kind as segment_kind,
    acquisition.segment as segment,
    months.month as signup_month,
    months.is_partial_month as is_partial_month,
    cast(acquisition.signups as bigint) as signups,
    cast(acquisition.activated_merchants as bigint) as activated_merchants,
    cast(acquisition.activated_merchants as double) / nullif(acquisition.signups, 0)
        as activated_share,
    cast(acquisition.acquisition_cost as decimal(18, 2)) as acquisition_cost,
    cast(acquisition.acquisition_cost as double) / nullif(acquisition.activated_merchants, 0)
        as cac,
    cast(coalesce(returns.observed_months, 0) as bigint) as observed_months,
    cast(coalesce(returns.contribution_amount, 0) as decimal(18, 4)) as contribution_amount,
    cast(coalesce(returns.contribution_amount, 0) as double)
    / nullif(cast(acquisition.acquisition_cost as double), 0) as contribution_to_cost,
    cast(returns.payback_months as bigint) as payback_months
from acquisition
inner join months on acquisition.signup_month_number = months.month_number
left join returns
    on
        acquisition.segment_kind = returns.segment_kind
        and acquisition.segment = returns.segment
        and acquisition.signup_month_number = returns.signup_month_number;

comment on view v_unit_economics_monthly is
'Cost of winning merchants, and income since. Grain: sales channel or campaign x sign-up month.';
comment on column v_unit_economics_monthly.segment_kind is 'channel or campaign.';
comment on column v_unit_economics_monthly.segment is 'Sales channel, or name of the campaign.';
comment on column v_unit_economics_monthly.signup_month is 'First day of the month of sign-up.';
comment on column v_unit_economics_monthly.is_partial_month is
'Whether the reporting window holds only a part of the sign-up month.';
comment on column v_unit_economics_monthly.signups is
'Merchants who signed up in the month, inside the reporting window.';
comment on column v_unit_economics_monthly.activated_merchants is
'Those with an approved attempt by the end of the window.';
comment on column v_unit_economics_monthly.activated_share is 'activated_merchants / signups.';
comment on column v_unit_economics_monthly.acquisition_cost is
'Sales and marketing spend on these sign-ups, activated or not.';
comment on column v_unit_economics_monthly.cac is
'Customer acquisition cost: acquisition_cost / activated_merchants, USD.';
comment on column v_unit_economics_monthly.observed_months is
'Ages in months, from 0, that lie wholly inside the window: how long they have had to pay back.';
comment on column v_unit_economics_monthly.contribution_amount is
'Contribution margin of these sign-ups in those months (fct_merchant_month).';
comment on column v_unit_economics_monthly.contribution_to_cost is
'contribution_amount / acquisition_cost: 1 when the spend has come back.';
comment on column v_unit_economics_monthly.payback_months is
'First age at which contribution margin to date covers the spend; NULL while it does not.';
