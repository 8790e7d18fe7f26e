-- question: Does every country lie in one region, for merchants and customers alike?
-- table: merchants; columns: country, region; grain: country
-- dimension: consistency; severity: error
-- threshold: 0 countries: a country in two regions is counted in one report and missed in the other
with places as (
    select
        country,
        region
    from merchants
    union
    select
        country,
        region
    from customers
)

select
    country,
    count(*) as region_count
from places
group by country
having count(*) > 1;
