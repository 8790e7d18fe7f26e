-- question: Are the ratios of the merchant mart the quotients of its columns?
-- table: mart_top_merchants; columns: approval_rate, fee_yield, gpv_share; grain: merchant_id
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
        cast(gpv as double) / nullif(cast(all_gpv as double), 0) as gpv_share_of_parts
    from mart_top_merchants
)

select
    merchant_id,
    greatest(
        abs(coalesce(approval_rate, 0) - coalesce(approval_rate_of_parts, 0)),
        abs(coalesce(fee_yield, 0) - coalesce(fee_yield_of_parts, 0)),
        abs(coalesce(gpv_share, 0) - coalesce(gpv_share_of_parts, 0))
    ) as observed
from parts;
