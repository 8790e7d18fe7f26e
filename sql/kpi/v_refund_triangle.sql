-- How much of each month's sales is paid back, by the time that has gone by?
-- Grain: month of sale x months until the refund, as far as the reporting window reaches; a lag
-- without refunds is a row with 0. Sources: dim_calendar, fct_payments_daily, fct_refunds.
create or replace view v_refund_triangle as
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
        dim_calendar.month_number as month_number,
        sum(fct_payments_daily.approved_txns) as sale_txns,
        sum(fct_payments_daily.gpv) as sale_gpv
    from fct_payments_daily
    inner join dim_calendar on fct_payments_daily.day = dim_calendar.day
    group by dim_calendar.month_number
),

lags as (
    select
        sale_month_number,
        month_number - sale_month_number as lag_months,
        count(*) as refunds,
        sum(amount) as refund_amount
    from fct_refunds
    group by sale_month_number, month_number - sale_month_number
),

cells as (
    select
        sale_months.month as sale_month,
        later_months.month_number - sale_months.month_number as lag_months,
        not later_months.is_partial_month as is_fully_observed,
        cast(coalesce(sales.sale_txns, 0) as bigint) as sale_txns,
        cast(coalesce(sales.sale_gpv, 0) as decimal(18, 2)) as sale_gpv,
        cast(coalesce(lags.refunds, 0) as bigint) as refunds,
        cast(coalesce(lags.refund_amount, 0) as decimal(18, 2)) as refund_amount
    from months as sale_months
    inner join months as later_months
        on sale_months.month_number <= later_months.month_number
    left join sales on sale_months.month_number = sales.month_number
    left join lags
        on
            sale_months.month_number = lags.sale_month_number
            and later_months.month_number - sale_months.month_number = lags.lag_months
),

cumulative as (
    select
        sale_month,
        lag_months,
        is_fully_observed,
        sale_txns,
        sale_gpv,
        refunds,
        refund_amount,
        sum(refunds) over (
            partition by sale_month order by lag_months
            rows between unbounded preceding and current row
        ) as cumulative_refunds,
        sum(refund_amount) over (
            partition by sale_month order by lag_months
            rows between unbounded preceding and current row
        ) as cumulative_refund_amount
    from cells
)

select
    sale_month,
    cast(lag_months as bigint) as lag_months,
    is_fully_observed,
    sale_txns,
    sale_gpv,
    refunds,
    refund_amount,
    cast(cumulative_refunds as bigint) as cumulative_refunds,
    cast(cumulative_refund_amount as decimal(18, 2)) as cumulative_refund_amount,
    cast(cumulative_refunds as double) / nullif(sale_txns, 0) as cumulative_refund_rate,
    cast(cumulative_refund_amount as double) / nullif(cast(sale_gpv as double), 0)
        as cumulative_refund_value_rate
from cumulative;

comment on view v_refund_triangle is
'Refunds by month of sale. Grain: month of sale x months until the refund.';
comment on column v_refund_triangle.sale_month is 'First day of the month of sale.';
comment on column v_refund_triangle.lag_months is
'Calendar months from the sale to the refund; 0 is the month of sale.';
comment on column v_refund_triangle.is_fully_observed is
'Whether the whole month of the refunds lies inside the reporting window.';
comment on column v_refund_triangle.sale_txns is
'Approved attempts of the month of sale: repeats on each lag.';
comment on column v_refund_triangle.sale_gpv is
'Amount of those: repeats on each lag.';
comment on column v_refund_triangle.refunds is 'Refunds of those sales with this lag.';
comment on column v_refund_triangle.refund_amount is 'Amount of those refunds.';
comment on column v_refund_triangle.cumulative_refunds is 'Refunds up to this lag.';
comment on column v_refund_triangle.cumulative_refund_amount is 'Amount refunded up to this lag.';
comment on column v_refund_triangle.cumulative_refund_rate is
'cumulative_refunds / sale_txns: a sale refunded in two parts counts twice.';
comment on column v_refund_triangle.cumulative_refund_value_rate is
'cumulative_refund_amount / sale_gpv.';
