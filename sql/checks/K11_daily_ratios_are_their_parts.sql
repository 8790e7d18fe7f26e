-- question: Are the ratios of the daily mart the quotients of its columns?
-- table: mart_kpi_daily; columns: every ratio; grain: day
-- dimension: consistency; severity: error
-- threshold: 1e-9 absolute: a ratio is its parts, never an average of ratios; the rest is rounding
with parts as (
    select
        day,
        approval_rate,
        cast(approved_txns as double) / nullif(cast(txns as double), 0) as approval_rate_of_parts,
        avg_amount,
        cast(gpv as double) / nullif(cast(approved_txns as double), 0) as avg_amount_of_parts,
        fee_yield,
        cast(total_fees as double) / nullif(cast(gpv as double), 0) as fee_yield_of_parts,
        net_take_rate,
        cast(net_revenue as double) / nullif(cast(gpv as double), 0) as net_take_rate_of_parts
    from mart_kpi_daily
)

select
    day,
    greatest(
        abs(coalesce(approval_rate, 0) - coalesce(approval_rate_of_parts, 0)),
        abs(coalesce(avg_amount, 0) - coalesce(avg_amount_of_parts, 0)),
        abs(coalesce(fee_yield, 0) - coalesce(fee_yield_of_parts, 0)),
        abs(coalesce(net_take_rate, 0) - coalesce(net_take_rate_of_parts, 0))
    ) as observed
from parts;
