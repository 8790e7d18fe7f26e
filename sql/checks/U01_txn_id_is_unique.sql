-- question: Does every `txn_id` occur once?
-- table: transactions; columns: txn_id; grain: txn_id
-- dimension: uniqueness; severity: error
-- threshold: 0 keys: ids that count up from row to row occur once; only others are counted
with rows_beside as (
    select
        txn_id,
        lag(txn_id) over () as txn_id_before
    from transactions
),

-- The first row has nothing before it.
doubt as (
    select count(*) as breaks
    from rows_beside
    where txn_id_before is distinct from txn_id - 1
    having count(*) > 1
)

select
    txn_id,
    count(*) as row_count
from transactions
where exists (select 1 from doubt)
group by txn_id
having count(*) > 1;
