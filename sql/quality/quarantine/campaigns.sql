-- Sets aside the rows of campaigns that fail a check of severity error, with the ids of
-- the checks, when the variable on_bad_rows is 'quarantine'; else none, at no cost.
create or replace temp table quarantine_campaigns as
with offenders as (
    select
        row_key,
        string_agg(distinct check_id, ', ' order by check_id) as check_ids
    from qa_rows(checks := 'campaigns')
    where
        severity = 'error'
        and getvariable('on_bad_rows') = 'quarantine'
    group by row_key
)

select
    offenders.check_ids,
    campaigns.*
from campaigns
inner join offenders on campaigns.campaign_id is not distinct from offenders.row_key;

delete from campaigns
where
    campaign_id in (
        select set_aside.campaign_id from quarantine_campaigns as set_aside
    )
    or (
        campaign_id is null
        and exists (
            select 1
            from quarantine_campaigns as set_aside
            where set_aside.campaign_id is null
        )
    );
