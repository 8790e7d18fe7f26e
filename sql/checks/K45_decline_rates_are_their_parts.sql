-- question: Are the rates of the decline mart the quotients of its columns?
-- table: mart_decline_drivers; columns: decline_rate, decline_share; grain: cell
-- dimension: consistency; severity: error
-- threshold: 1e-9 absolute: a ratio is its parts, never an average of ratios; the rest is rounding
with parts as (
    select
        decline_reason,
        channel,
        industry,
        decline_rate,
        cast(declined_txns as double) / nullif(cast(total_txns as double), 0)
            as decline_rate_of_parts,
        decline_share,
        cast(declined_txns as double) / nullif(cast(segment_declined_txns as double), 0)
            as decline_share_of_parts
    from mart_decline_drivers
)

select
    decline_reason,
    channel,
    industry,
    greatest(
        abs(coalesce(decline_rate, 0) - coalesce(decline_rate_of_parts, 0)),
        abs(coalesce(decline_share, 0) - coalesce(decline_share_of_parts, 0))
    ) as observed
from parts;
