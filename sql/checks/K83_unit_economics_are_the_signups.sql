-- question: Are sign-ups and spend of every channel and campaign those of the merchants?
-- table: mart_unit_economics; columns: sums; grain: segment_kind, segment
-- dimension: consistency; severity: error
-- threshold: 0 segments: cost and value of a customer are quotients of these
with payers as (
    select merchant_id
    from qa_merchant_totals
    where approved_txns > 0
    group by merchant_id
),

mart_parts as (
    select
        segment_kind,
        segment,
        signups,
        activated_merchants,
        acquisition_cost
    from mart_unit_economics
),

fact_parts as (
    select
        'channel' as segment_kind,
        cast(merchants.sales_channel as varchar) as segment,
        count(*) as signups,
        count(payers.merchant_id) as activated_merchants,
        sum(merchants.acquisition_cost) as acquisition_cost
    from merchants
    left join payers on merchants.merchant_id = payers.merchant_id
    where
        merchants.signup_date >= (select min(days.day) from dim_calendar as days)
        and merchants.signup_date <= (select max(days.day) from dim_calendar as days)
    group by cast(merchants.sales_channel as varchar)
    union all
    select
        'campaign' as segment_kind,
        campaigns.campaign_name as segment,
        count(*) as signups,
        count(payers.merchant_id) as activated_merchants,
        sum(merchants.acquisition_cost) as acquisition_cost
    from merchants
    inner join campaigns on merchants.campaign_id = campaigns.campaign_id
    left join payers on merchants.merchant_id = payers.merchant_id
    where
        merchants.signup_date >= (select min(days.day) from dim_calendar as days)
        and merchants.signup_date <= (select max(days.day) from dim_calendar as days)
    group by campaigns.campaign_name
)

select
    segment_kind,
    segment,
    mart_parts.signups as mart_signups,
    fact_parts.signups as fact_signups,
    mart_parts.activated_merchants as mart_activated_merchants,
    fact_parts.activated_merchants as fact_activated_merchants,
    mart_parts.acquisition_cost as mart_acquisition_cost,
    fact_parts.acquisition_cost as fact_acquisition_cost
from mart_parts
full outer join fact_parts using (segment_kind, segment)  -- noqa: ST07
where
    coalesce(mart_parts.signups, 0) <> coalesce(fact_parts.signups, 0)
    or coalesce(mart_parts.activated_merchants, 0) <> coalesce(fact_parts.activated_merchants, 0)
    or coalesce(mart_parts.acquisition_cost, 0) <> coalesce(fact_parts.acquisition_cost, 0);
