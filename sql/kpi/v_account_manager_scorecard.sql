-- How does each account manager's portfolio do, allowing for what it consists of?
-- Grain: account manager x month of the reporting window. Sources: account_managers, merchants,
-- dim_calendar, dim_days, fct_merchant_month, fct_merchant_mix_month, fct_revenue_retention,
-- fct_merchant_churn. Expected approvals are the portfolio's attempts at the rate that all
-- merchants had in the same month, channel, method, industry and region, added up as decimals so
-- that no order of addition shows. At risk are merchants who have been silent for longer than is
-- usual with them, but not yet for 90 days: later they are lost. v_churn_watch warns earlier, and
-- merchant by merchant.
create or replace view v_account_manager_scorecard as
with months as (
    select
        dim_calendar.month as month,
        dim_calendar.month_number as month_number,
        dim_calendar.is_partial_month as is_partial_month,
        max(dim_calendar.day) as last_day,
        max(dim_days.day_number) as last_day_number
    from dim_calendar
    left join dim_days on dim_calendar.day = dim_days.day
    group by dim_calendar.month, dim_calendar.month_number, dim_calendar.is_partial_month
),

reporting_window as (
    select
        min(day) as first_day,
        max(day) as last_day
    from dim_calendar
),

signups as (
    select
        merchants.account_manager_id as account_manager_id,
        extract(year from merchants.signup_date) * 12 + extract(month from merchants.signup_date)
            as month_number,
        count(*) as merchants,
        sum(case when merchants.signup_date >= reporting_window.first_day then 1 else 0 end)
            as merchants_of_window
    from merchants
    cross join reporting_window
    where merchants.signup_date <= reporting_window.last_day
    group by
        merchants.account_manager_id,
        extract(year from merchants.signup_date) * 12 + extract(month from merchants.signup_date)
),

portfolios as (
    select
        signups.account_manager_id as account_manager_id,
        months.month_number as month_number,
        sum(signups.merchants) as portfolio_merchants,
        sum(
            case
                when signups.month_number = months.month_number then signups.merchants_of_window
                else 0
            end
        ) as signups
    from signups
    inner join months on signups.month_number <= months.month_number
    group by signups.account_manager_id, months.month_number
),

first_payments as (
    select
        merchant_id,
        min(first_approved_day) as day
    from fct_merchant_month
    group by merchant_id
),

-- Sign-ups inside the window whose first 30 days it holds, and those with a payment in them.
activations as (
    select
        merchants.account_manager_id as account_manager_id,
        cast(date_trunc('month', merchants.signup_date) as date) as signup_month,
        count(*) as exposed_signups,
        sum(
            case
                when first_payments.day <= merchants.signup_date + interval '30' day then 1
                else 0
            end
        ) as activated_in_30_days
    from merchants
    inner join dim_calendar as signup_days on merchants.signup_date = signup_days.day
    inner join dim_calendar as later_days
        on merchants.signup_date + interval '30' day = later_days.day
    left join first_payments on merchants.merchant_id = first_payments.merchant_id
    group by
        merchants.account_manager_id,
        cast(date_trunc('month', merchants.signup_date) as date)
),

results as (
    select
        merchants.account_manager_id as account_manager_id,
        fct_merchant_month.month_number as month_number,
        sum(case when fct_merchant_month.approved_txns > 0 then 1 else 0 end)
            as active_merchants,
        sum(fct_merchant_month.txns) as txns,
        sum(fct_merchant_month.approved_txns) as approved_txns,
        sum(fct_merchant_month.gpv) as gpv,
        sum(fct_merchant_month.net_revenue) as net_revenue,
        sum(fct_merchant_month.disputes) as disputes,
        sum(fct_merchant_month.contribution_amount) as contribution_amount
    from fct_merchant_month
    inner join merchants on fct_merchant_month.merchant_id = merchants.merchant_id
    group by merchants.account_manager_id, fct_merchant_month.month_number
),

managed_mix as (
    select
        merchants.account_manager_id as account_manager_id,
        merchants.region as region,
        merchants.industry as industry,
        fct_merchant_mix_month.month_number as month_number,
        fct_merchant_mix_month.channel as channel,
        fct_merchant_mix_month.payment_method as payment_method,
        sum(fct_merchant_mix_month.txns) as txns,
        sum(fct_merchant_mix_month.approved_txns) as approved_txns
    from fct_merchant_mix_month
    inner join merchants on fct_merchant_mix_month.merchant_id = merchants.merchant_id
    group by
        merchants.account_manager_id,
        merchants.region,
        merchants.industry,
        fct_merchant_mix_month.month_number,
        fct_merchant_mix_month.channel,
        fct_merchant_mix_month.payment_method
),

all_mix as (
    select
        region,
        industry,
        month_number,
        channel,
        payment_method,
        sum(txns) as txns,
        sum(approved_txns) as approved_txns
    from managed_mix
    group by region, industry, month_number, channel, payment_method
),

expected as (
    select
        managed_mix.account_manager_id as account_manager_id,
        managed_mix.month_number as month_number,
        sum(cast(
            cast(all_mix.approved_txns as double) / nullif(all_mix.txns, 0) * managed_mix.txns
            as decimal(28, 12)
        )) as expected_approved_txns
    from managed_mix
    inner join all_mix
        on
            managed_mix.region = all_mix.region
            and managed_mix.industry = all_mix.industry
            and managed_mix.month_number = all_mix.month_number
            and managed_mix.channel = all_mix.channel
            and managed_mix.payment_method = all_mix.payment_method
    group by managed_mix.account_manager_id, managed_mix.month_number
),

kept as (
    select
        month,
        account_manager_id,
        sum(case when months_back = 1 then base_net_revenue else 0 end) as net_revenue_month_before,
        sum(case when months_back = 1 then retained_net_revenue else 0 end)
            as retained_net_revenue_month,
        sum(case when months_back = 12 then base_net_revenue else 0 end)
            as net_revenue_year_before,
        sum(case when months_back = 12 then retained_net_revenue else 0 end)
            as retained_net_revenue_year,
        sum(case when months_back = 12 then capped_net_revenue else 0 end)
            as capped_net_revenue_year
    from fct_revenue_retention
    group by month, account_manager_id
),

-- Net revenue of the merchant's three months up to that of its last payment.
silences as (
    select
        fct_merchant_churn.merchant_id as merchant_id,
        churned_days.day_number as churned_day_number,
        churn_months.month_number as churn_month_number,
        fct_merchant_churn.threshold_days as threshold_days,
        fct_merchant_churn.reactivated_on as reactivated_on,
        sum(fct_merchant_month.net_revenue) as net_revenue
    from fct_merchant_churn
    inner join dim_days as churned_days on fct_merchant_churn.churned_on = churned_days.day
    inner join dim_calendar as churn_months on fct_merchant_churn.churned_on = churn_months.day
    inner join fct_merchant_month
        on fct_merchant_churn.merchant_id = fct_merchant_month.merchant_id
    where
        churn_months.month_number - fct_merchant_month.month_number >= 0
        and churn_months.month_number - fct_merchant_month.month_number <= 2
    group by
        fct_merchant_churn.merchant_id,
        churned_days.day_number,
        churn_months.month_number,
        fct_merchant_churn.threshold_days,
        fct_merchant_churn.reactivated_on
),

steps as (
    select 1 as step
    union all
    select 2 as step
    union all
    select 3 as step
),

-- A silence that is told, and not yet lost, ends its month one to three months after the payment.
at_risk as (
    select
        merchants.account_manager_id as account_manager_id,
        months.month_number as month_number,
        count(*) as at_risk_merchants,
        4 * sum(silences.net_revenue) as at_risk_net_revenue
    from silences
    cross join steps
    inner join months on silences.churn_month_number + steps.step = months.month_number
    inner join merchants on silences.merchant_id = merchants.merchant_id
    where
        months.last_day_number > silences.churned_day_number + silences.threshold_days
        and months.last_day_number < silences.churned_day_number + 90
        and (silences.reactivated_on is null or months.last_day < silences.reactivated_on)
    group by merchants.account_manager_id, months.month_number
),

cells as (
    select
        account_managers.account_manager_id as account_manager_id,
        account_managers.account_manager_name as account_manager_name,
        account_managers.region as region,
        account_managers.team as team,
        months.month as month,
        months.is_partial_month as is_partial_month,
        cast(coalesce(portfolios.portfolio_merchants, 0) as bigint) as portfolio_merchants,
        cast(coalesce(portfolios.signups, 0) as bigint) as signups,
        cast(coalesce(activations.exposed_signups, 0) as bigint) as exposed_signups,
        cast(coalesce(activations.activated_in_30_days, 0) as bigint) as activated_in_30_days,
        cast(coalesce(results.active_merchants, 0) as bigint) as active_merchants,
        cast(coalesce(results.txns, 0) as bigint) as txns,
        cast(coalesce(results.approved_txns, 0) as bigint) as approved_txns,
        cast(expected.expected_approved_txns as double) as expected_approved_txns,
        cast(coalesce(results.gpv, 0) as decimal(18, 2)) as gpv,
        cast(coalesce(results.net_revenue, 0) as decimal(18, 2)) as net_revenue,
        cast(coalesce(results.contribution_amount, 0) as decimal(18, 4))
            as contribution_amount,
        cast(coalesce(results.disputes, 0) as bigint) as disputes,
        cast(coalesce(at_risk.at_risk_merchants, 0) as bigint) as at_risk_merchants,
        cast(coalesce(at_risk.at_risk_net_revenue, 0) as decimal(18, 2)) as at_risk_net_revenue,
        cast(kept.net_revenue_month_before as decimal(18, 2)) as net_revenue_month_before,
        cast(kept.retained_net_revenue_month as decimal(18, 2)) as retained_net_revenue_month,
        cast(kept.net_revenue_year_before as decimal(18, 2)) as net_revenue_year_before,
        cast(kept.retained_net_revenue_year as decimal(18, 2)) as retained_net_revenue_year,
        cast(kept.capped_net_revenue_year as decimal(18, 2)) as capped_net_revenue_year
    from account_managers
    cross join months
    left join portfolios
        on
            account_managers.account_manager_id = portfolios.account_manager_id
            and months.month_number = portfolios.month_number
    left join results
        on
            account_managers.account_manager_id = results.account_manager_id
            and months.month_number = results.month_number
    left join activations
        on
            account_managers.account_manager_id = activations.account_manager_id
            and months.month = activations.signup_month
    left join expected
        on
            account_managers.account_manager_id = expected.account_manager_id
            and months.month_number = expected.month_number
    left join at_risk
        on
            account_managers.account_manager_id = at_risk.account_manager_id
            and months.month_number = at_risk.month_number
    left join kept
        on
            account_managers.account_manager_id = kept.account_manager_id
            and months.month = kept.month
)

select
    account_manager_id,
    account_manager_name,
    region,
    team,
    month,
    is_partial_month,
    portfolio_merchants,
    signups,
    exposed_signups,
    activated_in_30_days,
    cast(activated_in_30_days as double) / nullif(exposed_signups, 0) as activation_rate,
    active_merchants,
    cast(active_merchants as double) / nullif(portfolio_merchants, 0) as active_rate,
    txns,
    approved_txns,
    cast(approved_txns as double) / nullif(txns, 0) as approval_rate,
    expected_approved_txns,
    cast(expected_approved_txns as double) / nullif(txns, 0) as expected_approval_rate,
    (cast(approved_txns as double) - expected_approved_txns) / nullif(txns, 0)
        as approval_rate_over_expected,
    gpv,
    net_revenue,
    cast(net_revenue as double) / nullif(cast(gpv as double), 0) as net_take_rate,
    contribution_amount,
    disputes,
    cast(disputes as double) / nullif(approved_txns, 0) as dispute_rate,
    at_risk_merchants,
    cast(at_risk_merchants as double) / nullif(portfolio_merchants, 0) as at_risk_share,
    at_risk_net_revenue,
    net_revenue_month_before,
    retained_net_revenue_month,
    cast(retained_net_revenue_month as double)
    / nullif(cast(net_revenue_month_before as double), 0) as nrr_month,
    net_revenue_year_before,
    retained_net_revenue_year,
    cast(retained_net_revenue_year as double)
    / nullif(cast(net_revenue_year_before as double), 0) as nrr,
    capped_net_revenue_year,
    cast(capped_net_revenue_year as double)
    / nullif(cast(net_revenue_year_before as double), 0) as grr
from cells;

comment on view v_account_manager_scorecard is
'Portfolios of account managers. Grain: account manager x month of the window.';
comment on column v_account_manager_scorecard.account_manager_id is 'Key of the manager.';
comment on column v_account_manager_scorecard.account_manager_name is 'Name of the manager.';
comment on column v_account_manager_scorecard.region is 'Region that the manager works in.';
comment on column v_account_manager_scorecard.team is 'Team of the manager.';
comment on column v_account_manager_scorecard.month is 'First day of the month.';
comment on column v_account_manager_scorecard.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_account_manager_scorecard.portfolio_merchants is
'Merchants of the manager signed up by the end of the month, active or not.';
comment on column v_account_manager_scorecard.signups is 'Those who signed up in the month.';
comment on column v_account_manager_scorecard.exposed_signups is
'Those of them whose first 30 days lie inside the reporting window.';
comment on column v_account_manager_scorecard.activated_in_30_days is
'Exposed sign-ups with an approved attempt within 30 days.';
comment on column v_account_manager_scorecard.activation_rate is
'activated_in_30_days / exposed_signups; NULL when nobody is exposed yet.';
comment on column v_account_manager_scorecard.active_merchants is
'Those with at least one approved attempt in the month.';
comment on column v_account_manager_scorecard.active_rate is
'active_merchants / portfolio_merchants: coverage.';
comment on column v_account_manager_scorecard.txns is 'Authorisation attempts, approved or not.';
comment on column v_account_manager_scorecard.approved_txns is 'Approved attempts.';
comment on column v_account_manager_scorecard.approval_rate is 'approved_txns / txns.';
comment on column v_account_manager_scorecard.expected_approved_txns is
'Approvals if each month x channel x method x industry x region had the rate of all merchants.';
comment on column v_account_manager_scorecard.expected_approval_rate is
'expected_approved_txns / txns: the approval rate that the mix alone explains.';
comment on column v_account_manager_scorecard.approval_rate_over_expected is
'approval_rate - expected_approval_rate; 0.01 is one point better than the mix explains.';
comment on column v_account_manager_scorecard.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column v_account_manager_scorecard.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column v_account_manager_scorecard.net_take_rate is 'net_revenue / gpv.';
comment on column v_account_manager_scorecard.contribution_amount is
'Contribution margin (fct_merchant_month).';
comment on column v_account_manager_scorecard.disputes is 'Disputes opened in the month.';
comment on column v_account_manager_scorecard.dispute_rate is
'disputes / approved_txns; 0.002 is 20 basis points.';
comment on column v_account_manager_scorecard.at_risk_merchants is
'Silent on the last day of the month for more than their threshold_days, but less than 90 days.';
comment on column v_account_manager_scorecard.at_risk_share is
'at_risk_merchants / portfolio_merchants.';
comment on column v_account_manager_scorecard.at_risk_net_revenue is
'Net revenue of those in the three months up to that of their last payment, times 4: a year, USD.';
comment on column v_account_manager_scorecard.net_revenue_month_before is
'Net revenue of the month before; NULL unless both months are whole.';
comment on column v_account_manager_scorecard.retained_net_revenue_month is
'Net revenue of this month from merchants active in the month before.';
comment on column v_account_manager_scorecard.nrr_month is
'retained_net_revenue_month / net_revenue_month_before.';
comment on column v_account_manager_scorecard.net_revenue_year_before is
'Net revenue of the month twelve months before; 0 or NULL without a year of data.';
comment on column v_account_manager_scorecard.retained_net_revenue_year is
'Net revenue of this month from merchants active twelve months before.';
comment on column v_account_manager_scorecard.nrr is
'Net revenue retention: retained_net_revenue_year / net_revenue_year_before.';
comment on column v_account_manager_scorecard.capped_net_revenue_year is
'retained_net_revenue_year with each merchant capped at its base.';
comment on column v_account_manager_scorecard.grr is
'Gross revenue retention: capped_net_revenue_year / net_revenue_year_before, at most 1.';
