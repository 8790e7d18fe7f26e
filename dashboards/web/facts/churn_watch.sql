-- Which merchants are leaving, why, what is at stake and what should be done?
-- Grain: merchant with a reason to act on the last day of the data. Source: v_churn_watch.
create table facts.churn_watch as
select
    merchant_id::integer as merchant_id,
    as_of_day,
    driver,
    recommended_action,
    risk,
    revenue_at_risk,
    expected_payments,
    recent_payments::integer as recent_payments,
    silent_days::integer as silent_days
from analytics.v_churn_watch
where driver <> 'none'
order by merchant_id;
