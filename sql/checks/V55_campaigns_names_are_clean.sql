-- question: Are the names in `campaigns` free of outer, double and control spaces?
-- table: campaigns; columns: campaign_name, channel; grain: campaign_id
-- dimension: validity; severity: error
-- threshold: 0 rows: two spellings of one name are two rows in every report
select
    campaign_id,
    campaign_name,
    channel
from campaigns
where
    campaign_name <> trim(campaign_name)
    or regexp_matches(campaign_name, '[[:cntrl:]]|  ')
    or channel <> trim(channel)
    or regexp_matches(channel, '[[:cntrl:]]|  ');
