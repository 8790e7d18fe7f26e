-- Which merchants are about to leave, what leaves with them, and who must call?
-- For Sales. From v_churn_watch: merchants with a risk of at least one in two, by the net revenue that goes with them
-- in a year. driver says what gives them away, recommended_action what to do. Only merchants with ten payments to judge
-- by are watched at all.
create or replace temp table evidence as
with watched as (
    select
        *,
        count(*) over () as watched_merchants,
        count(*) filter (risk >= 0.5) over () as leaving_merchants,
        sum(greatest(revenue_at_risk, 0)) filter (risk >= 0.5) over () as all_revenue_at_risk
    from v_churn_watch
)

select
    merchant_id,
    merchant_name,
    industry::varchar as industry,
    region::varchar as region,
    account_manager_name,
    risk,
    driver,
    recommended_action,
    revenue_at_risk,
    silent_days,
    recent_payments,
    expected_payments,
    as_of_day,
    watched_merchants,
    leaving_merchants,
    all_revenue_at_risk
from watched
qualify
    risk >= 0.5
    or row_number() over (order by risk desc, revenue_at_risk desc, merchant_id) = 1;

select * from evidence
order by revenue_at_risk desc, merchant_id;

with first_calls as (
    select
        string_agg(
            format(
                '{} of {} (USD {:,.2f} a year, {})',
                merchant_name, coalesce(account_manager_name, 'no manager'), revenue_at_risk::double, driver
            ), ', ' order by revenue_at_risk desc, merchant_id
        ) as calls
    from (
        select * from evidence
        where risk >= 0.5 and revenue_at_risk > 0
        order by revenue_at_risk desc, merchant_id
        limit 3
    ) as dearest
)

select
    coalesce(
        max(
            if(
                evidence.leaving_merchants = 0,
                format(
                    'On {} none of {:,} watched merchants is more likely to leave than to stay.',
                    evidence.as_of_day::varchar, evidence.watched_merchants
                ),
                format(
                    'On {} {:,} of {:,} watched merchants are more likely to leave than to stay, and USD {:,.2f} of net'
                    || ' revenue a year with them. ',
                    evidence.as_of_day::varchar, evidence.leaving_merchants, evidence.watched_merchants,
                    evidence.all_revenue_at_risk::double
                )
                || coalesce('To call first: ' || first_calls.calls || '.', 'None of them earns anything.')
            )
        ),
        'Not enough data: no merchant has ten payments in the 84 days before the last 28.'
    ) as answer
from evidence
cross join first_calls;
