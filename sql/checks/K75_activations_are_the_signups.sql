-- question: Are sign-ups, activations and spend of every month those of the merchants?
-- table: mart_activation_monthly; columns: sums; grain: signup_month, sales_channel
-- dimension: consistency; severity: error
-- threshold: 0 cells: the cost of a customer is a quotient of these
with payers as (
    select merchant_id
    from qa_merchant_totals
    where approved_txns > 0
    group by merchant_id
),

mart_parts as (
    select
        signup_month,
        cast(sales_channel as varchar) as sales_channel,
        signups,
        activated_merchants,
        acquisition_cost
    from mart_activation_monthly
),

fact_parts as (
    select
        cast(date_trunc('month', merchants.signup_date) as date) as signup_month,
        cast(merchants.sales_channel as varchar) as sales_channel,
        count(*) as signups,
        count(payers.merchant_id) as activated_merchants,
        sum(merchants.acquisition_cost) as acquisition_cost
    from merchants
    left join payers on merchants.merchant_id = payers.merchant_id
    where
        merchants.signup_date >= (select min(days.day) from dim_calendar as days)
        and merchants.signup_date <= (select max(days.day) from dim_calendar as days)
    group by
        cast(date_trunc('month', merchants.signup_date) as date),
        merchants.sales_channel
)

select
    signup_month,
    sales_channel,
    mart_parts.signups as mart_signups,
    fact_parts.signups as fact_signups,
    mart_parts.activated_merchants as mart_activated_merchants,
    fact_parts.activated_merchants as fact_activated_merchants,
    mart_parts.acquisition_cost as mart_acquisition_cost,
    fact_parts.acquisition_cost as fact_acquisition_cost
from mart_parts
full outer join fact_parts using (signup_month, sales_channel)  -- noqa: ST07
where
    coalesce(mart_parts.signups, 0) <> coalesce(fact_parts.signups, 0)
    or coalesce(mart_parts.activated_merchants, 0) <> coalesce(fact_parts.activated_merchants, 0)
    or coalesce(mart_parts.acquisition_cost, 0) <> coalesce(fact_parts.acquisition_cost, 0);
