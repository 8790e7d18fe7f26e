-- question: Is every required column of `campaigns` filled?
-- table: campaigns; columns: required; grain: campaign_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: the contract allows NULL only where it says so
select
    campaign_id,
    concat_ws(
        ', ',
        case when campaign_id is null then 'campaign_id' end,
        case when campaign_name is null then 'campaign_name' end,
        case when channel is null then 'channel' end,
        case when region is null then 'region' end,
        case when start_date is null then 'start_date' end,
        case when end_date is null then 'end_date' end,
        case when budget is null then 'budget' end
    ) as null_columns
from campaigns
where
    campaign_id is null
    or campaign_name is null
    or channel is null
    or region is null
    or start_date is null
    or end_date is null
    or budget is null;
