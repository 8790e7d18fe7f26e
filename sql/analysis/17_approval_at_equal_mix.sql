-- Did approval really change, or only the mix of what was paid for?
-- For Operations. From v_acceptance_monthly and v_kpi_monthly: approval as it is beside approval at the mix of the
-- whole window over channel, method, industry and region. What is left of a change at equal mix is real; the rest,
-- mix_effect, came with other payments.
create or replace temp table evidence as
select
    acceptance.month,
    kpi.approval_rate,
    acceptance.mix_adjusted_approval_rate,
    kpi.approval_rate - lag(kpi.approval_rate) over by_month as approval_change,
    acceptance.mix_adjusted_approval_rate - lag(acceptance.mix_adjusted_approval_rate) over by_month
        as adjusted_change,
    kpi.approval_rate - acceptance.mix_adjusted_approval_rate
    - lag(kpi.approval_rate - acceptance.mix_adjusted_approval_rate) over by_month as mix_effect
from v_acceptance_monthly as acceptance
inner join v_kpi_monthly as kpi on acceptance.month = kpi.month
where not acceptance.is_partial_month
window by_month as (order by acceptance.month);

select * from evidence
order by month;

with latest as (
    select * from evidence
    where adjusted_change is not null
    order by month desc
    limit 1
)

select
    coalesce(
        max(
            format(
                'In {} approval was {:.2f} %, {:+.2f} points on the month before; at equal mix it changed by'
                || ' {:+.2f} points, the mix explains {:+.2f} points.',
                strftime(month, '%Y-%m'), 100 * approval_rate, 100 * approval_change,
                100 * adjusted_change, 100 * mix_effect
            )
        ),
        'Not enough data: it takes two whole months with attempts.'
    ) as answer
from latest;
