-- question: Does every churn begin with the last payment and last as long as it says?
-- table: fct_merchant_churn; columns: churned_on, silent_days; grain: merchant_id, churned_on
-- dimension: consistency; severity: error
-- threshold: 0 silences: a merchant who still pays is not gone, and one shown as gone is not called
with last_payments as (
    select
        merchant_id,
        max(last_approved_day) as last_approved_day
    from fct_merchant_mix_month
    group by merchant_id
),

window_end as (
    select max(day) as last_day
    from dim_calendar
)

select
    fct_merchant_churn.merchant_id,
    fct_merchant_churn.churned_on,
    fct_merchant_churn.reactivated_on,
    fct_merchant_churn.silent_days,
    last_payments.last_approved_day
from fct_merchant_churn
cross join window_end
left join last_payments on fct_merchant_churn.merchant_id = last_payments.merchant_id
where
    fct_merchant_churn.silent_days
    <> coalesce(fct_merchant_churn.reactivated_on, window_end.last_day)
    - fct_merchant_churn.churned_on
    or fct_merchant_churn.silent_days <= fct_merchant_churn.threshold_days
    or last_payments.last_approved_day is null
    or (
        fct_merchant_churn.reactivated_on is null
        and fct_merchant_churn.churned_on <> last_payments.last_approved_day
    )
    or last_payments.last_approved_day < fct_merchant_churn.reactivated_on;
