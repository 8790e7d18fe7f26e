-- question: Is the region of a campaign one of the contract?
-- table: campaigns; columns: region; grain: campaign_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a sixth region would fall out of every segment
select
    campaign_id,
    region
from campaigns
where region not in ('NA', 'EMEA', 'APAC', 'LATAM', 'Africa');
