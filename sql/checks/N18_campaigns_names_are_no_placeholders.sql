-- question: Does no name in `campaigns` stand for a missing one?
-- table: campaigns; columns: campaign_name, channel; grain: campaign_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: a placeholder hides a NULL from every other check
select
    campaign_id,
    campaign_name,
    channel
from campaigns
where
    lower(trim(campaign_name)) in (
        '', '-', '?', 'n/a', 'na', 'nan', 'none', 'null', 'nil', 'tbd', 'unknown', 'undefined'
    )
    or lower(trim(channel)) in (
        '', '-', '?', 'n/a', 'na', 'nan', 'none', 'null', 'nil', 'tbd', 'unknown', 'undefined'
    );
