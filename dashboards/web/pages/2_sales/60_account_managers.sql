-- title: Account managers and their portfolios
-- question: Whose portfolio grows, keeps its merchants, and is approved better than its mix lets expect?
-- note: Whole months of the range. The change is that of GPV per day to the last whole month. Expected approval: the portfolio's attempts at the rate of all merchants under the filters in the same region, industry, channel and method. At risk: silence or falling volume on the last day of the data.
-- chart: table
-- format: merchants=count, active_merchants=count, gpv=money, gpv_per_day_change=percent, net_revenue=money, approved_txns=count, txns=count, approval_rate=percent, expected_approval_rate=percent, over_expected=points, at_risk=count, revenue_at_risk=money
-- labels: account_manager=Account manager, active_merchants=Active, gpv=GPV, gpv_per_day_change=GPV change, approved_txns=Approved attempts, txns=Attempts, approval_rate=Approval, expected_approval_rate=Expected, over_expected=Over expected, at_risk=At risk, revenue_at_risk=Revenue at risk a year
-- better: gpv_per_day_change=higher, over_expected=higher
-- width: full
with cells as (
    select
        merchants.account_manager_id,
        facts.region,
        facts.industry,
        facts.channel,
        facts.payment_method,
        sum(facts.txns) as txns,
        sum(facts.approved_txns) as approved_txns,
        sum(facts.gpv) as gpv,
        sum(facts.net_revenue) as net_revenue
    from merchant_mix as facts
    inner join merchants on facts.merchant_id = merchants.merchant_id
    group by all
),

expected as (
    select
        *,
        (
            txns * sum(approved_txns) over mix / nullif(sum(txns) over mix, 0)
        )::decimal(28, 8) as expected_txns
    from cells
    window mix as (partition by region, industry, channel, payment_method)
),

results as (
    select
        account_manager_id,
        sum(txns)::double as txns,
        sum(approved_txns)::double as approved_txns,
        sum(expected_txns)::double as expected_txns,
        sum(gpv)::double as gpv,
        sum(net_revenue)::double as net_revenue
    from expected
    group by all
),

pairs as (
    select
        merchants.account_manager_id,
        sum(facts.gpv)::double / any_value(last_month.days) as gpv_per_day,
        sum(facts.gpv_before)::double / any_value(last_month.days_before) as gpv_per_day_before
    from merchant_pairs as facts
    inner join merchants on facts.merchant_id = merchants.merchant_id
    cross join last_month
    group by merchants.account_manager_id
),

active as (
    select merchant_id from merchant_sums
    where approved_txns > 0
),

portfolios as (
    select
        merchants.account_manager_id,
        any_value(merchants.account_manager) as account_manager,
        count(*)::double as merchants,
        count(active.merchant_id)::double as active_merchants,
        count(churn_watch.merchant_id)::double as at_risk,
        coalesce(sum(churn_watch.revenue_at_risk), 0)::double as revenue_at_risk
    from merchants
    left join active using (merchant_id)
    left join (
        select * from churn_watch
        where driver in ('silence', 'falling volume')
    ) as churn_watch using (merchant_id)
    where merchants.account_manager_id is not null
    group by all
)

select
    portfolios.account_manager,
    portfolios.merchants,
    portfolios.active_merchants,
    results.gpv,
    pairs.gpv_per_day / nullif(pairs.gpv_per_day_before, 0) - 1 as gpv_per_day_change,
    results.net_revenue,
    results.approved_txns,
    results.txns,
    results.approved_txns / nullif(results.txns, 0) as approval_rate,
    results.expected_txns / nullif(results.txns, 0) as expected_approval_rate,
    (results.approved_txns - results.expected_txns) / nullif(results.txns, 0) as over_expected,
    portfolios.at_risk,
    portfolios.revenue_at_risk
from portfolios
inner join results using (account_manager_id)
left join pairs using (account_manager_id)
order by results.gpv desc, portfolios.account_manager
