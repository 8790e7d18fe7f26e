-- How many merchants are lost?
-- For everybody. From v_churn_monthly: the latest month whose 90 days afterwards have gone by, beside those who came
-- back. Said from 100 active merchants on.
insert into story
with latest as (
    select
        month,
        active_merchants,
        churned_merchants,
        reactivated_merchants,
        churn_rate
    from v_churn_monthly
    where churn_rate is not null and active_merchants >= 100
    order by month desc
    limit 1
)

select
    32 as place,
    'Key findings' as section,
    format(
        'Of {} merchants active in {} {} ({}) then fell silent beyond their own rhythm; {} came back that month from'
        || ' an earlier silence.',
        in_words(active_merchants), month_name(month), in_words(churned_merchants), in_percent(churn_rate),
        in_words(reactivated_merchants)
    ) as sentence,
    [
        cell('v_churn_monthly', key_is('month', month), 'active_merchants', active_merchants),
        cell('v_churn_monthly', key_is('month', month), 'churned_merchants', churned_merchants),
        cell('v_churn_monthly', key_is('month', month), 'churn_rate', churn_rate),
        cell('v_churn_monthly', key_is('month', month), 'reactivated_merchants', reactivated_merchants)
    ] as cells
from latest;
