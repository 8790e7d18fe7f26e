-- question: Does every `txn_id` occur once?
-- table: transactions; columns: txn_id; grain: txn_id
-- dimension: uniqueness; severity: error
-- threshold: 0 keys: runs of ids that count up and do not overlap occur once; else all are counted
with rows_beside as (
    select
        txn_id,
        lag(txn_id) over () as txn_id_before
    from transactions
),

runs as (
    select
        txn_id as first_id,
        txn_id_before as last_id_before,
        row_number() over (order by txn_id) as place
    from rows_beside
    where txn_id_before is distinct from txn_id - 1
),

-- No row follows the last run, so that its end follows from the number of all rows.
last_ids as (
    select last_id_before as last_id
    from runs
    where last_id_before is not null
    union all
    select
        (select count(*) from transactions) - count(*) + sum(first_id)
        - coalesce(sum(last_id_before), 0) as last_id
    from runs
),

run_ends as (
    select
        last_id,
        row_number() over (order by last_id) as place
    from last_ids
),

-- Runs are apart when, both in order, each ends before the next begins.
doubt as (
    select count(*) as doubtful_runs
    from runs
    left join run_ends on runs.place = run_ends.place + 1
    where
        runs.first_id is null
        or run_ends.last_id >= runs.first_id
    having count(*) > 0
)

select
    txn_id,
    count(*) as row_count
from transactions
where exists (select 1 from doubt)
group by txn_id
having count(*) > 1;
