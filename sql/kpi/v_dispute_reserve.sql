-- What will the disputes that are open, and those still to come, cost in the end?
-- Grain: month of sale of the reporting window. Sources: v_dispute_triangle, fct_disputes,
-- dim_calendar, cost_assumptions. Disputes to date grow by how those of older sales grew, by value
-- over months 0 to 4 (chain ladder); what is open or to come is lost at the rate of those decided.
create or replace view v_dispute_reserve as
with months as (
    select
        month,
        month_number,
        is_partial_month
    from dim_calendar
    group by month, month_number, is_partial_month
),

newest as (
    select max(month_number) as month_number
    from months
    where not is_partial_month
),

triangle as (
    select
        v_dispute_triangle.sale_month as sale_month,
        months.month_number as sale_month_number,
        months.is_partial_month as is_partial_month,
        v_dispute_triangle.lag_months as lag_months,
        v_dispute_triangle.is_fully_observed as is_fully_observed,
        v_dispute_triangle.sale_gpv as sale_gpv,
        v_dispute_triangle.cumulative_disputed_amount as cumulative_disputed_amount
    from v_dispute_triangle
    inner join months on v_dispute_triangle.sale_month = months.month
),

-- Each step compares the same sale months at two ages, those old enough to have both.
steps as (
    select
        later.lag_months as lag_months,
        cast(sum(later.cumulative_disputed_amount) as double)
        / nullif(cast(sum(earlier.cumulative_disputed_amount) as double), 0) as factor
    from triangle as later
    inner join triangle as earlier
        on
            later.sale_month = earlier.sale_month
            and later.lag_months = earlier.lag_months + 1
    where not later.is_partial_month and later.is_fully_observed and later.lag_months <= 4
    group by later.lag_months
),

growth as (
    select
        max(case when lag_months = 1 then factor end) as factor_1,
        max(case when lag_months = 2 then factor end) as factor_2,
        max(case when lag_months = 3 then factor end) as factor_3,
        max(case when lag_months = 4 then factor end) as factor_4
    from steps
),

outcomes as (
    select
        sale_month_number,
        sum(amount) as disputed_amount,
        sum(case when status = 'open' then amount else 0 end) as open_amount,
        sum(case when status = 'won' then amount else 0 end) as won_amount,
        sum(case when status = 'lost' then amount else 0 end) as lost_amount
    from fct_disputes
    group by sale_month_number
),

decided as (
    select
        sum(lost_amount) as all_lost_amount,
        sum(lost_amount + won_amount) as all_resolved_amount
    from outcomes
),

-- Disputes up to the newest whole month are what grows; a month of sale that is not whole does not.
observed as (
    select
        months.month as sale_month,
        months.is_partial_month as is_partial_month,
        newest.month_number - months.month_number as age_months,
        cast(triangle.sale_gpv as decimal(18, 2)) as sale_gpv,
        cast(coalesce(outcomes.disputed_amount, 0) as decimal(18, 2)) as disputed_amount,
        cast(coalesce(outcomes.open_amount, 0) as decimal(18, 2)) as open_amount,
        cast(coalesce(outcomes.won_amount, 0) as decimal(18, 2)) as won_amount,
        cast(coalesce(outcomes.lost_amount, 0) as decimal(18, 2)) as lost_amount,
        cast(coalesce(decided.all_lost_amount, 0) as decimal(18, 2)) as all_lost_amount,
        cast(coalesce(decided.all_resolved_amount, 0) as decimal(18, 2)) as all_resolved_amount,
        ripe.cumulative_disputed_amount as ripe_amount,
        growth.factor_1 as factor_1,
        growth.factor_2 as factor_2,
        growth.factor_3 as factor_3,
        growth.factor_4 as factor_4,
        cost_assumptions.credit_loss_share as credit_loss_share
    from months
    cross join newest
    cross join growth
    cross join decided
    cross join cost_assumptions
    left join triangle
        on months.month = triangle.sale_month and triangle.lag_months = 0
    left join triangle as ripe
        on
            months.month = ripe.sale_month
            and newest.month_number - months.month_number = ripe.lag_months
    left join outcomes on months.month_number = outcomes.sale_month_number
),

developed as (
    select
        sale_month,
        is_partial_month,
        age_months,
        sale_gpv,
        disputed_amount,
        open_amount,
        won_amount,
        lost_amount,
        all_lost_amount,
        all_resolved_amount,
        ripe_amount,
        credit_loss_share,
        case
            when age_months >= 4 then cast(1 as double)
            when age_months = 3 then factor_4
            when age_months = 2 then factor_4 * factor_3
            when age_months = 1 then factor_4 * factor_3 * factor_2
            when age_months = 0 then factor_4 * factor_3 * factor_2 * factor_1
        end as value_development_factor,
        cast(all_lost_amount as double) / nullif(cast(all_resolved_amount as double), 0)
            as loss_rate
    from observed
),

grown as (
    select
        sale_month,
        is_partial_month,
        age_months,
        sale_gpv,
        disputed_amount,
        open_amount,
        won_amount,
        lost_amount,
        all_lost_amount,
        all_resolved_amount,
        credit_loss_share,
        value_development_factor,
        loss_rate,
        cast(ripe_amount as double) * value_development_factor as expected_amount
    from developed
),

exposed as (
    select
        sale_month,
        is_partial_month,
        age_months,
        sale_gpv,
        disputed_amount,
        open_amount,
        won_amount,
        lost_amount,
        all_lost_amount,
        all_resolved_amount,
        credit_loss_share,
        value_development_factor,
        loss_rate,
        case
            when expected_amount > cast(disputed_amount as double)
                then expected_amount - cast(disputed_amount as double)
            when expected_amount is not null then cast(0 as double)
        end as unreported_amount
    from grown
)

select
    sale_month,
    is_partial_month,
    cast(age_months as bigint) as age_months,
    sale_gpv,
    disputed_amount,
    open_amount,
    won_amount,
    lost_amount,
    value_development_factor,
    unreported_amount,
    cast(open_amount as double) + unreported_amount as exposure_amount,
    all_lost_amount,
    all_resolved_amount,
    loss_rate,
    (cast(open_amount as double) + unreported_amount) * loss_rate as expected_loss_amount,
    (cast(open_amount as double) + unreported_amount) * loss_rate
    * cast(credit_loss_share as double) as reserve_amount
from exposed;

comment on view v_dispute_reserve is
'Expected loss of open and coming disputes. Grain: month of sale of the window.';
comment on column v_dispute_reserve.sale_month is 'First day of the month of sale.';
comment on column v_dispute_reserve.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_dispute_reserve.age_months is
'Calendar months from the month of sale to the newest whole month; negative after it.';
comment on column v_dispute_reserve.sale_gpv is 'Amount of the approved attempts of the month.';
comment on column v_dispute_reserve.disputed_amount is 'Amount disputed of it to date.';
comment on column v_dispute_reserve.open_amount is 'Of that, not decided yet.';
comment on column v_dispute_reserve.won_amount is 'Of that, won by the merchant.';
comment on column v_dispute_reserve.lost_amount is 'Of that, lost by the merchant.';
comment on column v_dispute_reserve.value_development_factor is
'How much the amount disputed will still grow; NULL where no older sale shows it.';
comment on column v_dispute_reserve.unreported_amount is
'Estimate: amount disputed by the newest whole month * factor, less disputed_amount; at least 0.';
comment on column v_dispute_reserve.exposure_amount is
'Open exposure: open_amount + unreported_amount, an estimate.';
comment on column v_dispute_reserve.all_lost_amount is
'Disputes lost, of all sales of the window: repeats on each month.';
comment on column v_dispute_reserve.all_resolved_amount is
'Disputes won or lost, of all sales of the window: repeats on each month.';
comment on column v_dispute_reserve.loss_rate is 'all_lost_amount / all_resolved_amount.';
comment on column v_dispute_reserve.expected_loss_amount is
'exposure_amount * loss_rate: what merchants will pay back.';
comment on column v_dispute_reserve.reserve_amount is
'expected_loss_amount * the assumed share that merchants cannot repay (cost_assumptions).';
