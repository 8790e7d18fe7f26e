-- question: Does every country lie in one region, for merchants and customers alike?
-- table: merchants; columns: country, region; grain: country
-- dimension: consistency; severity: error
-- threshold: 0 countries: one in two regions is counted in one report and missed in the other
with places as (
    select
        cast(country as varchar) as country,
        cast(region as varchar) as region
    from merchants
    group by
        country,
        region
    union
    select
        cast(country as varchar) as country,
        cast(region as varchar) as region
    from qa_customer_mix
    group by
        country,
        region
)

select
    country,
    string_agg(region, ', ' order by region) as regions
from places
where country is not null
group by country
having count(*) > 1;
