-- question: Do all reasons of a segment share one base, and the bases add up to all attempts?
-- table: mart_decline_drivers; columns: total_txns; grain: channel
-- dimension: consistency; severity: error
-- threshold: 0 channels: divided by the attempts of its own reason, a rate is always 1
with segments as (
    select
        cast(channel as varchar) as channel,
        industry,
        min(total_txns) as lowest_base,
        max(total_txns) as highest_base
    from mart_decline_drivers
    group by
        channel,
        industry
),

mart_channels as (
    select
        channel,
        sum(highest_base) as txns,
        bool_or(lowest_base <> highest_base) as has_many_bases
    from segments
    group by channel
),

fact_channels as (
    select
        cast(channel as varchar) as channel,
        sum(txns) as txns
    from qa_mix
    -- Where nothing was declined there are no reasons to share a base.
    where (select bool_or(not declines.approved) from qa_mix as declines)
    group by channel
)

select
    channel,
    mart_channels.txns as mart_txns,
    fact_channels.txns as fact_txns,
    mart_channels.has_many_bases
from mart_channels
full outer join fact_channels using (channel)  -- noqa: ST07
where
    mart_channels.has_many_bases
    or coalesce(mart_channels.txns, 0) <> coalesce(fact_channels.txns, 0);
