-- title: Cost and value of winning a merchant by sales channel
-- question: Does each sales channel earn back what it spends on winning merchants, and when?
-- note: The date range chooses sign-up months. CAC: spend on those sign-ups per merchant with a payment. LTV: discounted contribution by age over every merchant that the data shows at that age, for as many months as it shows. Payback: the age at which that income, undiscounted, covers the spend per sign-up.
-- chart: table
-- format: signups=count, activated_merchants=count, activated_share=percent, acquisition_cost=money, cac=money, lifetime_contribution=money, ltv=money, ltv_to_cac=percent, observed_months=count
-- labels: sales_channel=Sales channel, signups=Sign-ups, activated_merchants=With a payment, activated_share=Share, acquisition_cost=Spend, cac=CAC, lifetime_contribution=Lifetime contribution, ltv=LTV, ltv_to_cac=LTV of CAC, observed_months=Ages seen, payback=Payback
-- width: full
with acquired as (
    select
        acquisition.sales_channel,
        count(*) as signups,
        sum(acquisition.acquisition_cost) as acquisition_cost,
        count(started.merchant_id) as activated_merchants
    from acquisition
    left join (select distinct merchant_id from all_first_payments) as started using (merchant_id)
    group by all
),

months as (
    select (date_trunc('month', meta.start_date) + to_months(step.generate_series::integer))::date as month
    from meta
    cross join generate_series(0, (select datediff('month', start_date, end_date) from meta)) as step
    where
        date_trunc('month', meta.start_date) + to_months(step.generate_series::integer) >= meta.start_date
        and last_day(date_trunc('month', meta.start_date) + to_months(step.generate_series::integer)) <= meta.end_date
),

signups as (
    select
        sales_channel,
        signup_month,
        count(*) as merchants
    from merchants
    group by all
),

exposure as (
    select
        signups.sales_channel,
        datediff('month', signups.signup_month, months.month) as month_index,
        sum(signups.merchants) as merchants
    from signups
    inner join months on signups.signup_month <= months.month
    group by all
),

income as (
    select
        merchants.sales_channel,
        datediff('month', merchants.signup_month, facts.month) as month_index,
        sum(facts.contribution_amount) as contribution_amount
    from all_merchant_contribution as facts
    inner join merchants on facts.merchant_id = merchants.merchant_id
    inner join months using (month)
    group by all
),

-- Added up as decimals, as in v_unit_economics. A gap in the ages ends the lifetime.
curve as (
    select
        exposure.sales_channel,
        exposure.month_index,
        (coalesce(income.contribution_amount, 0)::double / exposure.merchants)::decimal(28, 16) as contribution,
        discount_factors.discount_factor,
        count(*) over ages as ages_so_far,
        sum((coalesce(income.contribution_amount, 0)::double / exposure.merchants)::decimal(28, 16)) over ages
            as cumulative_contribution
    from exposure
    inner join discount_factors using (month_index)
    left join income using (sales_channel, month_index)
    window ages as (partition by exposure.sales_channel order by exposure.month_index rows unbounded preceding)
),

lifetimes as (
    select
        curve.sales_channel,
        count(*) as observed_months,
        sum((curve.contribution::double * curve.discount_factor)::decimal(28, 16))::double as contribution,
        min(curve.month_index) filter (
            where curve.cumulative_contribution::double
            >= acquired.acquisition_cost::double / nullif(acquired.signups, 0)
        ) as payback_months
    from curve
    left join acquired using (sales_channel)
    where curve.ages_so_far = curve.month_index + 1
    group by all
)

select
    acquired.sales_channel::varchar as sales_channel,
    acquired.signups::double as signups,
    acquired.activated_merchants::double as activated_merchants,
    acquired.activated_merchants / nullif(acquired.signups, 0) as activated_share,
    acquired.acquisition_cost::double as acquisition_cost,
    acquired.acquisition_cost::double / nullif(acquired.activated_merchants, 0) as cac,
    lifetimes.contribution * acquired.signups as lifetime_contribution,
    lifetimes.contribution * acquired.signups / nullif(acquired.activated_merchants, 0) as ltv,
    lifetimes.contribution * acquired.signups / nullif(acquired.acquisition_cost::double, 0) as ltv_to_cac,
    lifetimes.observed_months::double as observed_months,
    if(
        lifetimes.payback_months is null,
        format('not within {} months', lifetimes.observed_months),
        format('{} months', lifetimes.payback_months)
    ) as payback
from acquired
left join lifetimes using (sales_channel)
order by sales_channel
