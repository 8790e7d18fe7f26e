-- question: Does the budget of each campaign cover the merchants it won?
-- table: campaigns; columns: budget; grain: campaign_id
-- dimension: consistency; severity: warn
-- threshold: 0 rows: what was spent on merchants was spent out of the budget
with spent as (
    select
        campaign_id,
        sum(acquisition_cost) as acquisition_cost
    from merchants
    where campaign_id is not null
    group by campaign_id
)

select
    campaigns.campaign_id,
    campaigns.budget,
    spent.acquisition_cost
from campaigns
inner join spent on campaigns.campaign_id = spent.campaign_id
where spent.acquisition_cost > campaigns.budget;
