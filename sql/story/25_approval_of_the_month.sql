-- Did approval change?
-- For everybody. From v_acceptance_monthly and v_kpi_monthly: the latest whole month against the one before. The
-- direction is that at equal mix, from 0.2 points and three standard errors on; else it is level.
insert into story
with months as (
    select
        acceptance.month,
        kpi.txns,
        kpi.approval_rate,
        acceptance.mix_adjusted_approval_rate,
        lag(kpi.txns) over by_month as txns_before,
        lag(kpi.approval_rate) over by_month as approval_rate_before,
        lag(acceptance.mix_adjusted_approval_rate) over by_month as mix_adjusted_before,
        lag(acceptance.month) over by_month as month_before
    from v_acceptance_monthly as acceptance
    inner join v_kpi_monthly as kpi on acceptance.month = kpi.month
    where not acceptance.is_partial_month
    window by_month as (order by acceptance.month)
),

latest as (
    select
        *,
        mix_adjusted_approval_rate - mix_adjusted_before as difference,
        greatest(
            0.002, 3 * error_of_difference(approval_rate, txns, approval_rate_before, txns_before)
        ) as tolerance
    from months
    where approval_rate is not null and approval_rate_before is not null
    order by month desc
    limit 1
)

select
    25 as place,
    'Key findings' as section,
    format(
        'Approval {} in {}: {} of attempts against {} in {}, and {} against {} at equal mix.',
        case
            when difference >= tolerance then 'rose'
            when difference <= -tolerance then 'fell'
            else 'was level'
        end,
        month_name(month), in_percent(approval_rate), in_percent(approval_rate_before), month_name(month_before),
        in_percent(mix_adjusted_approval_rate), in_percent(mix_adjusted_before)
    ) as sentence,
    [
        cell('v_kpi_monthly', key_is('month', month), 'approval_rate', approval_rate),
        cell('v_kpi_monthly', key_is('month', month_before), 'approval_rate', approval_rate_before),
        cell('v_acceptance_monthly', key_is('month', month), 'mix_adjusted_approval_rate', mix_adjusted_approval_rate),
        cell('v_acceptance_monthly', key_is('month', month_before), 'mix_adjusted_approval_rate', mix_adjusted_before)
    ] as cells
from latest
where difference is not null;
