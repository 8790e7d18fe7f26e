-- question: Did the campaign that won a merchant run there on the day of sign-up?
-- table: merchants; columns: campaign_id, signup_date, region, sales_channel; grain: merchant_id
-- dimension: consistency; severity: warn
-- threshold: 0 rows: acquisition cost would be set against the wrong budget
select
    merchants.merchant_id,
    merchants.campaign_id,
    merchants.signup_date,
    campaigns.start_date,
    campaigns.end_date
from merchants
inner join campaigns on merchants.campaign_id = campaigns.campaign_id
where
    merchants.signup_date not between campaigns.start_date and campaigns.end_date
    or cast(merchants.region as varchar) <> cast(campaigns.region as varchar)
    or cast(merchants.sales_channel as varchar) <> cast(campaigns.channel as varchar);
