-- Sets aside the rows of transactions that fail a check of severity error, with the ids of
-- the checks, when the variable on_bad_rows is 'quarantine'; else none, at no cost. It
-- follows merchants and customers, whose orphans it finds.
create or replace temp table quarantine_transactions as
with offenders as (
    select
        row_key,
        string_agg(distinct check_id, ', ' order by check_id) as check_ids
    from qa_rows(checks := 'transactions')
    where
        severity = 'error'
        and getvariable('on_bad_rows') = 'quarantine'
    group by row_key
)

select
    offenders.check_ids,
    transactions.*
from transactions
inner join offenders on transactions.txn_id is not distinct from offenders.row_key;

delete from transactions
where
    txn_id in (
        select set_aside.txn_id from quarantine_transactions as set_aside
    )
    or (
        txn_id is null
        and exists (
            select 1
            from quarantine_transactions as set_aside
            where set_aside.txn_id is null
        )
    );
