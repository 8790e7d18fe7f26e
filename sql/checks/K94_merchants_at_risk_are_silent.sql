-- question: Are the merchants at risk those in a silence that was told, and that are not yet lost?
-- table: mart_account_manager_scorecard; columns: at_risk_merchants; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: whoever is lost already hides the merchant who can still be called
with mart_parts as (
    select
        month,
        sum(at_risk_merchants) as at_risk_merchants
    from mart_account_manager_scorecard
    group by month
),

month_ends as (
    select
        month,
        max(day) as last_day
    from dim_calendar
    group by month
),

fact_parts as (
    select
        month_ends.month,
        count(fct_merchant_churn.merchant_id) as at_risk_merchants
    from month_ends
    left join fct_merchant_churn
        on
            month_ends.last_day - fct_merchant_churn.churned_on > fct_merchant_churn.threshold_days
            and month_ends.last_day - fct_merchant_churn.churned_on < 90
            and coalesce(month_ends.last_day < fct_merchant_churn.reactivated_on, true)
    group by month_ends.month
)

select
    month,
    mart_parts.at_risk_merchants as mart_at_risk_merchants,
    fact_parts.at_risk_merchants as fact_at_risk_merchants
from mart_parts
full outer join fact_parts using (month)  -- noqa: ST07
where
    coalesce(mart_parts.at_risk_merchants, 0) <> coalesce(fact_parts.at_risk_merchants, 0);
