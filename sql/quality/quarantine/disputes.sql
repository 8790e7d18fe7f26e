-- Sets aside the rows of disputes that fail a check of severity error, with the ids of
-- the checks, when the variable on_bad_rows is 'quarantine'; else none, at no cost. It
-- follows transactions, whose orphans it finds.
create or replace temp table quarantine_disputes as
with offenders as (
    select
        row_key,
        string_agg(distinct check_id, ', ' order by check_id) as check_ids
    from qa_rows(checks := 'disputes')
    where
        severity = 'error'
        and getvariable('on_bad_rows') = 'quarantine'
    group by row_key
)

select
    offenders.check_ids,
    disputes.*
from disputes
inner join offenders on disputes.dispute_id is not distinct from offenders.row_key;

delete from disputes
where
    dispute_id in (
        select set_aside.dispute_id from quarantine_disputes as set_aside
    )
    or (
        dispute_id is null
        and exists (
            select 1
            from quarantine_disputes as set_aside
            where set_aside.dispute_id is null
        )
    );
