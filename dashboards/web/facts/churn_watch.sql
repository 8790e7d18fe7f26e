-- Which merchants are leaving, why, what is at stake and what should be done?
-- Grain: merchant with a reason to act on the last day of the data. Sources: v_churn_watch, merchants.
create table facts.churn_watch as
select
    watch.merchant_id::integer as merchant_id,
    merchants.region,
    merchants.industry,
    merchants.merchant_size,
    watch.as_of_day,
    watch.driver,
    watch.recommended_action,
    watch.risk,
    watch.revenue_at_risk,
    watch.expected_payments,
    watch.recent_payments::integer as recent_payments,
    watch.silent_days::integer as silent_days
from analytics.v_churn_watch as watch
inner join facts.merchants as merchants using (merchant_id)
where watch.driver <> 'none'
order by watch.merchant_id;
