-- Small merchants who signed up in the first half: what winning one cost who then started, and what the year brought.
create or replace temp table won as
select
    merchants.merchant_id,
    sales_channel,
    campaign_id,
    acquisition_cost,
    coalesce(net_revenue, 0) as net_revenue,
    net_revenue is not null as has_started
from merchants
left join (
    select
        merchant_id,
        sum(fee - interchange_fee - scheme_fee) as net_revenue
    from transactions
    where approved
    group by merchant_id
) as earned on merchants.merchant_id = earned.merchant_id
where merchant_size = 'small' and signup_date < date '2024-07-01';

insert into claims by name
select
    'cost of a small merchant who started, ' || sales_channel || ', $' as claim,
    case sales_channel when 'direct' then 500 when 'partner' then 400 else 300 end as least,
    case sales_channel when 'direct' then 1000 when 'partner' then 900 else 800 end as most,
    sum(acquisition_cost) / count(*) filter (has_started) as measured
from won
group by sales_channel
order by sales_channel;

insert into claims by name
select
    'net revenue of a small merchant, direct against online, times' as claim,
    1.3 as least,
    2.2 as most,
    avg(net_revenue) filter (sales_channel = 'direct') / avg(net_revenue) filter (sales_channel = 'online') as measured
from won;

insert into claims by name
select
    'net revenue of a small merchant, partner against online, times' as claim,
    1.1 as least,
    1.7 as most,
    avg(net_revenue) filter (sales_channel = 'partner') / avg(net_revenue) filter (sales_channel = 'online') as measured
from won;

-- Campaigns that win cheaply win merchants who sell less: over campaigns, cost goes with revenue.
insert into claims by name
select
    'correlation over campaigns of cost and of starting, per merchant won' as claim,
    0.3 as least,
    1 as most,
    corr(cost, started) as measured
from (
    select
        avg(acquisition_cost) as cost,
        avg(cast(has_started as integer)) as started
    from won
    where campaign_id is not null and sales_channel = 'online'
    group by campaign_id
    having count(*) >= 50
);
