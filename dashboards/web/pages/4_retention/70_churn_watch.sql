-- title: Merchants about to leave, the 100 with most revenue at risk
-- question: Whom should which account manager call, why, and what is at stake?
-- note: Of merchants with payments in the range, channel and method chosen; judged on the last day of the data, over all channels and methods. Revenue at risk: probability of leaving times the net revenue of a year.
-- chart: table
-- format: risk=percent, revenue_at_risk=money, expected_payments=count, recent_payments=count, silent_days=count
-- labels: merchant_name=Merchant, merchant_size=Size, recommended_action=What to do, account_manager=Account manager, revenue_at_risk=Revenue at risk a year, expected_payments=Payments expected in 28 days, recent_payments=Payments seen, silent_days=Days silent
-- click: merchant_name -> filter merchant_id, goto 2_sales
-- width: full
select
    merchants.merchant_name,
    merchants.industry::varchar as industry,
    merchants.region::varchar as region,
    merchants.merchant_size::varchar as merchant_size,
    upper(churn_watch.driver[1]) || churn_watch.driver[2:] as driver,
    upper(churn_watch.recommended_action[1]) || churn_watch.recommended_action[2:] as recommended_action,
    merchants.account_manager,
    round(churn_watch.risk, 3) as risk,
    churn_watch.revenue_at_risk::double as revenue_at_risk,
    churn_watch.expected_payments,
    churn_watch.recent_payments::double as recent_payments,
    churn_watch.silent_days::double as silent_days,
    churn_watch.merchant_id
from churn_watch
inner join merchants using (merchant_id)
where churn_watch.merchant_id in (
    select merchant_id from merchant_month
    where merchant_id in (select merchant_id from churn_watch)
)
order by churn_watch.revenue_at_risk desc, churn_watch.merchant_id
limit 100
