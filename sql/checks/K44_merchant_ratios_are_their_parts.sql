-- question: Are the ratios of the merchant mart the quotients of its columns?
-- table: mart_top_merchants; columns: every ratio; grain: merchant_id
-- dimension: consistency; severity: error
-- threshold: 1e-9 absolute: a ratio is its parts, never an average of ratios; the rest is rounding
with parts as (
    select
        merchant_id,
        approval_rate,
        cast(approved_txns as double) / nullif(cast(txns as double), 0) as approval_rate_of_parts,
        fee_yield,
        cast(total_fees as double) / nullif(cast(gpv as double), 0) as fee_yield_of_parts,
        gpv_share,
        cast(gpv as double) / nullif(cast(all_gpv as double), 0) as gpv_share_of_parts,
        avg_amount,
        cast(gpv as double) / nullif(cast(approved_txns as double), 0) as avg_amount_of_parts,
        net_take_rate,
        cast(net_revenue as double) / nullif(cast(gpv as double), 0) as net_take_rate_of_parts,
        cumulative_gpv_share,
        cast(cumulative_gpv as double) / nullif(cast(all_gpv as double), 0)
            as cumulative_gpv_share_of_parts
    from mart_top_merchants
)

select
    merchant_id,
    greatest(
        abs(coalesce(approval_rate, 0) - coalesce(approval_rate_of_parts, 0)),
        abs(coalesce(fee_yield, 0) - coalesce(fee_yield_of_parts, 0)),
        abs(coalesce(gpv_share, 0) - coalesce(gpv_share_of_parts, 0)),
        abs(coalesce(avg_amount, 0) - coalesce(avg_amount_of_parts, 0)),
        abs(coalesce(net_take_rate, 0) - coalesce(net_take_rate_of_parts, 0)),
        abs(coalesce(cumulative_gpv_share, 0) - coalesce(cumulative_gpv_share_of_parts, 0))
    ) as observed
from parts;
