-- Whose merchants earn less than a month ago?
-- For Sales. From v_account_manager_scorecard, the latest whole month: the portfolio that lost most net revenue, if
-- it kept ten points less than all portfolios and held at least 1 % of them.
insert into story
with portfolios as (
    select
        account_manager_name,
        team,
        month,
        net_revenue_month_before,
        retained_net_revenue_month,
        nrr_month,
        sum(net_revenue_month_before) over () as all_before,
        sum(retained_net_revenue_month) over () as all_retained,
        key_is('month', month) || ' and ' || key_is('account_manager_id', account_manager_id) as found_at
    from v_account_manager_scorecard
    where
        month = (
            select max(every_month.month) from v_account_manager_scorecard as every_month
            where every_month.nrr_month is not null
        )
),

worst as (
    select * from portfolios
    where
        nrr_month < 1
        and nrr_month <= all_retained / nullif(all_before, 0) - 0.1
        and net_revenue_month_before * 100 >= all_before
    order by net_revenue_month_before - retained_net_revenue_month desc, account_manager_name
    limit 1
)

select
    40 as place,
    'Sales' as section,
    format(
        'Ask {} (team {}) what the portfolio lost: its merchants of {} brought {} in {}, {} of the {} then; in all'
        || ' portfolios {} of {} stayed.',
        account_manager_name, team, month_name(month - interval 1 month), in_usd(retained_net_revenue_month),
        month_name(month), in_percent(nrr_month), in_usd(net_revenue_month_before), in_usd(all_retained),
        in_usd(all_before)
    ) as sentence,
    [
        cell('v_account_manager_scorecard', found_at, 'account_manager_name', account_manager_name),
        cell('v_account_manager_scorecard', found_at, 'team', team),
        cell('v_account_manager_scorecard', found_at, 'retained_net_revenue_month', retained_net_revenue_month),
        cell('v_account_manager_scorecard', found_at, 'nrr_month', nrr_month),
        cell('v_account_manager_scorecard', found_at, 'net_revenue_month_before', net_revenue_month_before),
        cell(
            'v_account_manager_scorecard', key_is('month', month), 'sum(retained_net_revenue_month)', all_retained
        ),
        cell('v_account_manager_scorecard', key_is('month', month), 'sum(net_revenue_month_before)', all_before)
    ] as cells
from worst;
