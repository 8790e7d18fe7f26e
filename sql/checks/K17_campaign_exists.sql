-- question: Does every merchant name a campaign that exists?
-- table: merchants; columns: campaign_id; grain: merchant_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: an orphan falls out of every join
select
    merchants.merchant_id,
    merchants.campaign_id
from merchants
left outer join campaigns on merchants.campaign_id = campaigns.campaign_id
where
    merchants.campaign_id is not null
    and campaigns.campaign_id is null;
