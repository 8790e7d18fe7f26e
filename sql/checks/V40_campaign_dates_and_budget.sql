-- question: Does a campaign end on or after its start, with a budget not below zero?
-- table: campaigns; columns: start_date, end_date, budget; grain: campaign_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a campaign that ends before it starts wins nobody
select
    campaign_id,
    start_date,
    end_date,
    budget
from campaigns
where
    end_date < start_date
    or budget < 0;
