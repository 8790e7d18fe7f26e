-- question: Are the declines of every channel and reason in the mart those of the attempts?
-- table: mart_decline_drivers; columns: declined_txns; grain: channel, decline_reason
-- dimension: consistency; severity: error
-- threshold: 0 cells: a lost reason makes the others look larger
with mart_cells as (
    select
        cast(channel as varchar) as channel,
        cast(decline_reason as varchar) as decline_reason,
        sum(declined_txns) as declined_txns
    from mart_decline_drivers
    group by
        channel,
        decline_reason
),

fact_cells as (
    select
        cast(channel as varchar) as channel,
        coalesce(cast(decline_reason as varchar), 'unknown') as decline_reason,
        sum(txns) as declined_txns
    from qa_mix
    where not approved
    group by
        channel,
        decline_reason
)

select
    channel,
    decline_reason,
    mart_cells.declined_txns as mart_declined_txns,
    fact_cells.declined_txns as fact_declined_txns
from mart_cells
full outer join fact_cells using (channel, decline_reason)  -- noqa: ST07
where coalesce(mart_cells.declined_txns, 0) <> coalesce(fact_cells.declined_txns, 0);
