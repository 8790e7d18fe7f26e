-- Sets aside the rows of account_managers that fail a check of severity error, with the ids of
-- the checks, when the variable on_bad_rows is 'quarantine'; else none, at no cost.
create or replace temp table quarantine_account_managers as
with offenders as (
    select
        row_key,
        string_agg(distinct check_id, ', ' order by check_id) as check_ids
    from qa_rows(checks := 'account_managers')
    where
        severity = 'error'
        and getvariable('on_bad_rows') = 'quarantine'
    group by row_key
)

select
    offenders.check_ids,
    account_managers.*
from account_managers
inner join offenders on account_managers.account_manager_id is not distinct from offenders.row_key;

delete from account_managers
where
    account_manager_id in (
        select set_aside.account_manager_id from quarantine_account_managers as set_aside
    )
    or (
        account_manager_id is null
        and exists (
            select 1
            from quarantine_account_managers as set_aside
            where set_aside.account_manager_id is null
        )
    );
