-- How much of each month's sales is disputed, by the time that has gone by?
-- Grain: month of sale x months until the dispute, as far as the reporting window reaches; a lag
-- without disputes is a row with 0. Sources: dim_calendar, fct_dispute_lags.
create or replace view v_dispute_triangle as
with months as (
    select
        month,
        month_number,
        is_partial_month
    from dim_calendar
    group by month, month_number, is_partial_month
),

sales as (
    select
        sale_month,
        sum(sale_txns) as sale_txns,
        sum(sale_gpv) as sale_gpv
    from fct_dispute_lags
    group by sale_month
),

lags as (
    select
        sale_month,
        lag_months,
        sum(disputes) as disputes,
        sum(disputed_amount) as disputed_amount,
        sum(fraud_disputes) as fraud_disputes,
        sum(fraud_amount) as fraud_amount
    from fct_dispute_lags
    group by sale_month, lag_months
),

cells as (
    select
        sale_months.month as sale_month,
        later_months.month_number - sale_months.month_number as lag_months,
        not later_months.is_partial_month as is_fully_observed,
        cast(coalesce(sales.sale_txns, 0) as bigint) as sale_txns,
        cast(coalesce(sales.sale_gpv, 0) as decimal(18, 2)) as sale_gpv,
        cast(coalesce(lags.disputes, 0) as bigint) as disputes,
        cast(coalesce(lags.disputed_amount, 0) as decimal(18, 2)) as disputed_amount,
        cast(coalesce(lags.fraud_disputes, 0) as bigint) as fraud_disputes,
        cast(coalesce(lags.fraud_amount, 0) as decimal(18, 2)) as fraud_amount
    from months as sale_months
    inner join months as later_months
        on sale_months.month_number <= later_months.month_number
    left join sales on sale_months.month = sales.sale_month
    left join lags
        on
            sale_months.month = lags.sale_month
            and later_months.month_number - sale_months.month_number = lags.lag_months
),

cumulative as (
    select
        sale_month,
        lag_months,
        is_fully_observed,
        sale_txns,
        sale_gpv,
        disputes,
        disputed_amount,
        fraud_disputes,
        fraud_amount,
        sum(disputes) over (
            partition by sale_month order by lag_months
            rows between unbounded preceding and current row
        ) as cumulative_disputes,
        sum(disputed_amount) over (
            partition by sale_month order by lag_months
            rows between unbounded preceding and current row
        ) as cumulative_disputed_amount
    from cells
)

select
    sale_month,
    cast(lag_months as bigint) as lag_months,
    is_fully_observed,
    sale_txns,
    sale_gpv,
    disputes,
    disputed_amount,
    fraud_disputes,
    fraud_amount,
    cast(cumulative_disputes as bigint) as cumulative_disputes,
    cast(cumulative_disputed_amount as decimal(18, 2)) as cumulative_disputed_amount,
    cast(cumulative_disputes as double) / nullif(sale_txns, 0) as cumulative_dispute_rate,
    cast(cumulative_disputed_amount as double) / nullif(cast(sale_gpv as double), 0)
        as cumulative_dispute_value_rate
from cumulative;

comment on view v_dispute_triangle is
'Disputes by month of sale. Grain: month of sale x months until the dispute.';
comment on column v_dispute_triangle.sale_month is 'First day of the month of sale.';
comment on column v_dispute_triangle.lag_months is
'Calendar months from the sale to the opening of the dispute; 0 is the month of sale.';
comment on column v_dispute_triangle.is_fully_observed is
'Whether the whole month of the openings lies inside the reporting window.';
comment on column v_dispute_triangle.sale_txns is
'Approved attempts of the month of sale: repeats on each lag.';
comment on column v_dispute_triangle.sale_gpv is 'Amount of those: repeats on each lag.';
comment on column v_dispute_triangle.disputes is 'Disputes of those sales with this lag.';
comment on column v_dispute_triangle.disputed_amount is 'Amount of those disputes.';
comment on column v_dispute_triangle.fraud_disputes is 'Those that claim fraud.';
comment on column v_dispute_triangle.fraud_amount is 'Amount of those that claim fraud.';
comment on column v_dispute_triangle.cumulative_disputes is 'Disputes up to this lag.';
comment on column v_dispute_triangle.cumulative_disputed_amount is
'Amount disputed up to this lag.';
comment on column v_dispute_triangle.cumulative_dispute_rate is 'cumulative_disputes / sale_txns.';
comment on column v_dispute_triangle.cumulative_dispute_value_rate is
'cumulative_disputed_amount / sale_gpv.';
