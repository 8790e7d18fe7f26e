-- What is left after all costs?
-- For everybody. From v_money_monthly: the latest whole month against the one before; costs beyond interchange and
-- scheme fees are assumed (cost_assumptions). Within half a basis point it is level.
insert into story
with months as (
    select
        month,
        contribution_amount,
        contribution_rate,
        lag(month) over by_month as month_before,
        lag(contribution_amount) over by_month as contribution_before,
        lag(contribution_rate) over by_month as rate_before
    from v_money_monthly
    where not is_partial_month
    window by_month as (order by month)
),

latest as (
    select * from months
    where contribution_rate is not null and rate_before is not null
    order by month desc
    limit 1
)

select
    29 as place,
    'Key findings' as section,
    format(
        'The contribution margin {} in {}: {} of GPV ({}) against {} ({}) in {}, with the assumed costs.',
        case
            when contribution_rate - rate_before >= 0.00005 then 'rose'
            when contribution_rate - rate_before <= -0.00005 then 'fell'
            else 'was level'
        end,
        month_name(month), in_bps(contribution_rate), in_usd(contribution_amount), in_bps(rate_before),
        in_usd(contribution_before), month_name(month_before)
    ) as sentence,
    [
        cell('v_money_monthly', key_is('month', month), 'contribution_rate', contribution_rate),
        cell('v_money_monthly', key_is('month', month), 'contribution_amount', contribution_amount),
        cell('v_money_monthly', key_is('month', month_before), 'contribution_rate', rate_before),
        cell('v_money_monthly', key_is('month', month_before), 'contribution_amount', contribution_before)
    ] as cells
from latest;
