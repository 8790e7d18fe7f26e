-- question: Are the merchants exposed at every age those who began so long ago?
-- table: mart_merchant_survival; columns: exposed_merchants; grain: month_index
-- dimension: consistency; severity: error
-- threshold: 0 ages: a curve over those who stayed shows no loss
with mart_parts as (
    select
        month_index,
        sum(exposed_merchants) as exposed_merchants,
        sum(surviving_merchants) as surviving_merchants
    from mart_merchant_survival
    group by month_index
),

starts as (
    select
        fct_merchant_mix_month.merchant_id,
        min(fct_merchant_mix_month.month_number) as first_month
    from fct_merchant_mix_month
    inner join merchants on fct_merchant_mix_month.merchant_id = merchants.merchant_id
    where
        fct_merchant_mix_month.approved_txns > 0
        and merchants.signup_date >= (select min(days.day) from dim_calendar as days)
    group by fct_merchant_mix_month.merchant_id
),

ends as (
    select
        merchant_id,
        min(year(churned_on) * 12 + month(churned_on)) as last_month
    from fct_merchant_churn
    where silent_days >= 90
    group by merchant_id
),

ages as (
    select distinct month_number
    from dim_calendar
    where
        not is_partial_month
        and last_day(day) + 90 <= (select max(days.day) from dim_calendar as days)
),

fact_parts as (
    select
        ages.month_number - starts.first_month as month_index,
        count(*) as exposed_merchants,
        count(*) filter (where coalesce(ends.last_month, 99999) > ages.month_number)
            as surviving_merchants
    from ages
    inner join starts on ages.month_number >= starts.first_month
    left join ends on starts.merchant_id = ends.merchant_id
    group by ages.month_number - starts.first_month
)

select
    month_index,
    mart_parts.exposed_merchants as mart_exposed_merchants,
    fact_parts.exposed_merchants as fact_exposed_merchants,
    mart_parts.surviving_merchants as mart_surviving_merchants,
    fact_parts.surviving_merchants as fact_surviving_merchants
from mart_parts
full outer join fact_parts using (month_index)  -- noqa: ST07
where
    coalesce(mart_parts.exposed_merchants, 0) <> coalesce(fact_parts.exposed_merchants, 0)
    or coalesce(mart_parts.surviving_merchants, 0) <> coalesce(fact_parts.surviving_merchants, 0);
