-- Sets aside the rows of refunds that fail a check of severity error, with the ids of
-- the checks, when the variable on_bad_rows is 'quarantine'; else none, at no cost. It
-- follows transactions, whose orphans it finds.
create or replace temp table quarantine_refunds as
with offenders as (
    select
        row_key,
        string_agg(distinct check_id, ', ' order by check_id) as check_ids
    from qa_rows(checks := 'refunds')
    where
        severity = 'error'
        and getvariable('on_bad_rows') = 'quarantine'
    group by row_key
)

select
    offenders.check_ids,
    refunds.*
from refunds
inner join offenders on refunds.refund_id is not distinct from offenders.row_key;

delete from refunds
where
    refund_id in (
        select set_aside.refund_id from quarantine_refunds as set_aside
    )
    or (
        refund_id is null
        and exists (
            select 1
            from quarantine_refunds as set_aside
            where set_aside.refund_id is null
        )
    );
