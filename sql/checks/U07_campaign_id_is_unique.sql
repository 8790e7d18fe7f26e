-- question: Does every `campaign_id` occur once?
-- table: campaigns; columns: campaign_id; grain: campaign_id
-- dimension: uniqueness; severity: error
-- threshold: 0 keys: the contract promises one row each
select
    campaign_id,
    count(*) as row_count
from campaigns
group by campaign_id
having count(*) > 1;
