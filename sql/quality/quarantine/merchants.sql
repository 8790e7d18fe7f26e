-- Sets aside the rows of merchants that fail a check of severity error, with the ids of
-- the checks, when the variable on_bad_rows is 'quarantine'; else none, at no cost. It
-- follows account_managers and campaigns, whose orphans it finds.
create or replace temp table quarantine_merchants as
with offenders as (
    select
        row_key,
        string_agg(distinct check_id, ', ' order by check_id) as check_ids
    from qa_rows(checks := 'merchants')
    where
        severity = 'error'
        and getvariable('on_bad_rows') = 'quarantine'
    group by row_key
)

select
    offenders.check_ids,
    merchants.*
from merchants
inner join offenders on merchants.merchant_id is not distinct from offenders.row_key;

delete from merchants
where
    merchant_id in (
        select set_aside.merchant_id from quarantine_merchants as set_aside
    )
    or (
        merchant_id is null
        and exists (
            select 1
            from quarantine_merchants as set_aside
            where set_aside.merchant_id is null
        )
    );
