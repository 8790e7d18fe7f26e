-- question: Are sign-ups and spend of every month those of the merchants, and of the whole window?
-- table: mart_unit_economics_monthly; columns: sums; grain: segment_kind, signup_month
-- dimension: consistency; severity: error
-- threshold: 0 months: a merchant in two months, or in none, is spend counted twice, or not at all
with mart_parts as (
    select
        segment_kind,
        signup_month,
        sum(signups) as signups,
        sum(acquisition_cost) as acquisition_cost,
        sum(activated_merchants) as activated_merchants,
        max(observed_months) as observed_months
    from mart_unit_economics_monthly
    group by segment_kind, signup_month
),

payers as (
    select
        merchant_id,
        sum(approved_txns) as approved_txns
    from qa_merchant_totals
    group by merchant_id
),

window_signups as (
    select
        merchants.merchant_id,
        merchants.campaign_id,
        merchants.acquisition_cost,
        cast(date_trunc('month', merchants.signup_date) as date) as signup_month,
        coalesce(payers.approved_txns, 0) > 0 as is_activated
    from merchants
    left join payers on merchants.merchant_id = payers.merchant_id
    where
        merchants.signup_date >= (select min(days.day) from dim_calendar as days)
        and merchants.signup_date <= (select max(days.day) from dim_calendar as days)
),

fact_parts as (
    select
        kinds.segment_kind,
        window_signups.signup_month,
        count(*) as signups,
        sum(window_signups.acquisition_cost) as acquisition_cost,
        count(*) filter (where window_signups.is_activated) as activated_merchants
    from window_signups
    cross join (values ('channel'), ('campaign')) as kinds (segment_kind)
    left join campaigns on window_signups.campaign_id = campaigns.campaign_id
    where kinds.segment_kind = 'channel' or campaigns.campaign_id is not null
    group by kinds.segment_kind, window_signups.signup_month
),

whole_months as (
    select distinct month
    from dim_calendar
    where not is_partial_month
),

observed as (
    select
        fact_parts.segment_kind,
        fact_parts.signup_month,
        count(whole_months.month) as observed_months
    from fact_parts
    left join whole_months on fact_parts.signup_month <= whole_months.month
    group by fact_parts.segment_kind, fact_parts.signup_month
)

select
    segment_kind,
    signup_month,
    mart_parts.signups as mart_signups,
    fact_parts.signups as fact_signups,
    mart_parts.acquisition_cost as mart_acquisition_cost,
    fact_parts.acquisition_cost as fact_acquisition_cost,
    mart_parts.observed_months as mart_observed_months,
    observed.observed_months as fact_observed_months
from mart_parts
full outer join fact_parts using (segment_kind, signup_month)  -- noqa: ST07
full outer join observed using (segment_kind, signup_month)  -- noqa: ST07
where
    coalesce(mart_parts.signups, 0) <> coalesce(fact_parts.signups, 0)
    or coalesce(mart_parts.acquisition_cost, 0) <> coalesce(fact_parts.acquisition_cost, 0)
    or coalesce(mart_parts.activated_merchants, 0) <> coalesce(fact_parts.activated_merchants, 0)
    or coalesce(mart_parts.observed_months, 0) <> coalesce(observed.observed_months, 0);
