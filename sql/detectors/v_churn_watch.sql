-- Which merchants are leaving, how sure is it, what is at stake, and who should call?
-- Grain: merchant with an approved payment in the last 90 days and at least ten in the 84 days
-- before the last 28. Sources: transactions, merchants, account_managers, dim_calendar. The macro
-- churn_watch(as_of) tells what could be known at the end of a day, so that it can be tested.
--
-- The risk weighs three accounts of a merchant, whose payments are Poisson with its own rate of the
-- 84 days times the change of its industry's volume since. It stays: odds 1. It went after its last
-- payment: odds h / (rate + h) x (exp((rate + h) x silence) - 1), where h = 0.15 a year is the
-- chance of leaving (the Pareto/NBD model at a known rate). It fades: odds 0.01 x (likelihood of
-- the last 28 days at half the rate) / (likelihood at the full rate). The two numbers are assumed;
-- the order of merchants hardly depends on them. Falling approval is told and not weighed: no
-- data says yet what it does to churn.
create or replace macro churn_watch(as_of) as table (
    with watch_day as (
        select cast(as_of as date) as as_of_day
    ),

    payments as (
        select
            watch_day.as_of_day as as_of_day,
            transactions.merchant_id as merchant_id,
            cast(transactions.ts as date) as day,
            transactions.approved as approved,
            transactions.amount as amount,
            transactions.fee - transactions.interchange_fee - transactions.scheme_fee as net_revenue
        from transactions
        inner join watch_day
            on
                transactions.ts < watch_day.as_of_day + 1
                and transactions.ts >= watch_day.as_of_day - 111
    ),

    merchant_sums as (
        select
            merchant_id,
            as_of_day,
            max(day) filter (where approved) as last_payment_day,
            min(day) as first_day,
            count(*) filter (where approved and day <= as_of_day - 28) as base_payments,
            count(*) filter (where approved and day > as_of_day - 28) as recent_payments,
            count(*) filter (where day <= as_of_day - 28) as base_attempts,
            count(*) filter (where day > as_of_day - 28) as recent_attempts,
            coalesce(
                sum(amount) filter (where approved and day <= as_of_day - 28), 0
            ) as base_gpv,
            coalesce(
                sum(net_revenue) filter (where approved and day <= as_of_day - 28), 0
            ) as base_net_revenue
        from payments
        group by merchant_id, as_of_day
    ),

    industry_changes as (
        select
            merchants.industry as industry,
            3 * sum(merchant_sums.recent_payments)
            / nullif(sum(merchant_sums.base_payments), 0) as volume_change
        from merchant_sums
        inner join merchants on merchant_sums.merchant_id = merchants.merchant_id
        group by merchants.industry
    ),

    rated as (
        select
            merchant_sums.*,
            merchants.merchant_name as merchant_name,
            merchants.industry as industry,
            merchants.region as region,
            merchants.merchant_size as merchant_size,
            merchants.account_manager_id as account_manager_id,
            merchant_sums.as_of_day - 27 - merchant_sums.first_day as base_days,
            merchant_sums.as_of_day - merchant_sums.last_payment_day as silent_days,
            industry_changes.volume_change
            * merchant_sums.base_payments
            / (merchant_sums.as_of_day - 27 - merchant_sums.first_day) as daily_rate
        from merchant_sums
        inner join merchants on merchant_sums.merchant_id = merchants.merchant_id
        inner join industry_changes on merchants.industry = industry_changes.industry
        where
            merchant_sums.base_payments >= 10
            and merchant_sums.last_payment_day > merchant_sums.as_of_day - 90
    ),

    weighed as (
        select
            *,
            0.15 / 365 / (daily_rate + 0.15 / 365)
            * (exp(least((daily_rate + 0.15 / 365) * silent_days, 50)) - 1) as gone_odds,
            0.01 * exp(least(14 * daily_rate + recent_payments * ln(0.5), 50)) as fading_odds,
            1 - cast(base_payments as double) / base_attempts as base_declined_share,
            recent_attempts - recent_payments as recent_declines
        from rated
    ),

    judged as (
        select
            *,
            (gone_odds + fading_odds) / (1 + gone_odds + fading_odds) as risk,
            -- Three standard deviations of a binomial, and at least five declines too many.
            recent_declines - recent_attempts * base_declined_share > greatest(
                5,
                3 * sqrt(recent_attempts * base_declined_share * (1 - base_declined_share))
            ) as is_approval_down
        from weighed
    ),

    told as (
        select
            *,
            case
                when risk >= 0.1 and gone_odds >= fading_odds then 'silence'
                when risk >= 0.1 then 'falling volume'
                when is_approval_down then 'falling approval'
                else 'none'
            end as driver
        from judged
    )

    select
        told.as_of_day as as_of_day,
        told.merchant_id as merchant_id,
        told.merchant_name as merchant_name,
        told.industry as industry,
        told.region as region,
        told.merchant_size as merchant_size,
        told.risk as risk,
        told.driver as driver,
        case told.driver
            when 'silence' then 'call: ask where the payments go'
            when 'falling volume' then 'review price and service'
            when 'falling approval' then 'find the cause of the declines'
            else 'none'
        end as recommended_action,
        told.account_manager_id as account_manager_id,
        account_managers.account_manager_name as account_manager_name,
        cast(
            told.risk * cast(told.base_net_revenue as double) / told.base_days * 365
            as decimal(18, 2)
        ) as revenue_at_risk,
        cast(told.base_gpv as decimal(18, 2)) as base_gpv,
        told.base_payments as base_payments,
        28 * told.daily_rate as expected_payments,
        told.recent_payments as recent_payments,
        told.silent_days as silent_days,
        1 / told.daily_rate as usual_gap_days,
        told.gone_odds as gone_odds,
        told.fading_odds as fading_odds,
        told.recent_attempts as recent_attempts,
        told.recent_declines as recent_declines,
        told.base_declined_share as base_declined_share
    from told
    left join account_managers on told.account_manager_id = account_managers.account_manager_id
);

create or replace view v_churn_watch as
select
    as_of_day,
    merchant_id,
    merchant_name,
    industry,
    region,
    merchant_size,
    risk,
    driver,
    recommended_action,
    account_manager_id,
    account_manager_name,
    revenue_at_risk,
    base_gpv,
    base_payments,
    expected_payments,
    recent_payments,
    silent_days,
    usual_gap_days,
    gone_odds,
    fading_odds,
    recent_attempts,
    recent_declines,
    base_declined_share
from churn_watch((select max(dim_calendar.day) from dim_calendar));

comment on view v_churn_watch is
'Early warning of merchants that leave. Grain: merchant with at least ten payments to judge by.';
comment on column v_churn_watch.as_of_day is
'Day at whose end the risk is told; last day of the calendar in the view.';
comment on column v_churn_watch.merchant_id is 'Merchant; refers to merchants.';
comment on column v_churn_watch.merchant_name is 'Its trading name.';
comment on column v_churn_watch.industry is 'Its industry.';
comment on column v_churn_watch.region is 'Its region.';
comment on column v_churn_watch.merchant_size is 'small, medium or enterprise.';
comment on column v_churn_watch.risk is
'Probability that it went or fades: odds / (1 + odds), odds = gone_odds + fading_odds.';
comment on column v_churn_watch.driver is
'silence or falling volume from a risk of 0.1 on; falling approval; or none.';
comment on column v_churn_watch.recommended_action is 'What to do about the driver.';
comment on column v_churn_watch.account_manager_id is 'Whose merchant it is.';
comment on column v_churn_watch.account_manager_name is 'Name of the account manager.';
comment on column v_churn_watch.revenue_at_risk is
'risk * net revenue of the base period, scaled to 365 days.';
comment on column v_churn_watch.base_gpv is
'Gross payment volume of the base period: 84 days that end 28 days before.';
comment on column v_churn_watch.base_payments is 'Approved payments of the base period.';
comment on column v_churn_watch.expected_payments is
'Approved payments expected in the last 28 days.';
comment on column v_churn_watch.recent_payments is 'Approved payments of the last 28 days.';
comment on column v_churn_watch.silent_days is 'Days since the last approved payment.';
comment on column v_churn_watch.usual_gap_days is 'Expected days between two approved payments.';
comment on column v_churn_watch.gone_odds is
'Odds that it went after its last payment, against staying.';
comment on column v_churn_watch.fading_odds is 'Odds that it fades, against staying.';
comment on column v_churn_watch.recent_attempts is 'Attempts of the last 28 days.';
comment on column v_churn_watch.recent_declines is 'Declined attempts of the last 28 days.';
comment on column v_churn_watch.base_declined_share is
'Share of the attempts of the base period that were declined.';
