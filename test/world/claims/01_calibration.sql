-- The calibration table: what the product's summary tells of the world.
insert into claims by name
select 'approval of all attempts, %' as claim, 85.2 as least, 86.2 as most, 100 * avg(is_approved) as measured
from attempts;

insert into claims by name
select 'approval in shops, %' as claim, 92 as least, 97 as most, 100 * avg(is_approved) as measured
from attempts
where channel = 'pos';

insert into claims by name
select 'approval of remote attempts, %' as claim, 76 as least, 84 as most, 100 * avg(is_approved) as measured
from attempts
where channel <> 'pos';

insert into claims by name
select
    'GPV per day in November and December against the first quarter, %' as claim,
    20 as least,
    28 as most,
    100 * ((sum(gpv) filter (month(ts) >= 11) / 61) / (sum(gpv) filter (month(ts) <= 3) / 91) - 1) as measured
from attempts;

-- Incidents off, and on: two dozen of them a year, each of up to a thousand declines, move the difference of the two
-- seasons by some two tenths of a point, up or down.
insert into claims by name
select
    'approval in November and December against the first quarter, without incidents, points' as claim,
    -1.7 as least,
    -0.9 as most,
    100 * (avg(cast(approved as integer)) filter (month(ts) >= 11)
    - avg(cast(approved as integer)) filter (month(ts) <= 3)) as measured
from calm;

insert into claims by name
select
    'approval in November and December against the first quarter, with incidents, points' as claim,
    -1.7 as least,
    -0.9 as most,
    100 * (avg(is_approved) filter (month(ts) >= 11) - avg(is_approved) filter (month(ts) <= 3)) as measured
from attempts;

-- The fall of approval is the rise of declines per attempt: the part of it that web wallets bring.
insert into claims by name
with parts as (
    select
        count(*) filter (month(ts) >= 11 and not approved) / count(*) filter (month(ts) >= 11)
        - count(*) filter (month(ts) <= 3 and not approved) / count(*) filter (month(ts) <= 3) as total,
        count(*) filter (month(ts) >= 11 and not approved and is_web_wallet) / count(*) filter (month(ts) >= 11)
        - count(*) filter (month(ts) <= 3 and not approved and is_web_wallet) / count(*) filter (month(ts) <= 3)
            as of_web_wallets
    from calm
)

select
    'part of that fall that web wallets bring, %' as claim,
    50 as least,
    120 as most,
    100 * of_web_wallets / total as measured
from parts;

insert into claims by name
select
    'GPV of Retail and SaaS, % of all' as claim,
    41 as least,
    47 as most,
    100 * sum(gpv) filter (industry in ('Retail', 'SaaS')) / sum(gpv) as measured
from attempts;

insert into claims by name
select
    'GPV of LATAM and Africa, % of all' as claim,
    13 as least,
    17 as most,
    100 * sum(gpv) filter (region in ('LATAM', 'Africa')) / sum(gpv) as measured
from attempts;

insert into claims by name
select
    'declines of LATAM and Africa, % of all' as claim,
    25 as least,
    31 as most,
    100 * avg(cast(region in ('LATAM', 'Africa') as integer)) as measured
from attempts
where not approved;

insert into claims by name
with merchants_by_gpv as (
    select sum(gpv) as gpv
    from attempts
    group by merchant_id
    order by gpv desc
)

select
    'GPV of the 50 largest merchants, % of all' as claim,
    28 as least,
    36 as most,
    100 * (select sum(gpv) from (select gpv from merchants_by_gpv limit 50)) / sum(gpv) as measured
from merchants_by_gpv;

insert into claims by name
select
    'key accounts in planted decline in the third quarter' as claim,
    3 as least,
    3 as most,
    count(*) as measured
from incidents
where kind = 'key_account_decline' and quarter(starts_at) = 3;

insert into claims by name
with payments as (select distinct on (payment_id) customer_id, merchant_id from transactions)

select
    'payments of a customer and merchant who met before, % of all' as claim,
    60 as least,
    100 as most,
    100 - 100 * count(distinct (customer_id, merchant_id)) / count(*) as measured
from payments;

insert into claims by name
select
    'net take of ' || merchant_size || ' merchants, basis points of GPV' as claim,
    case merchant_size when 'small' then 105 when 'medium' then 55 else 15 end as least,
    case merchant_size when 'small' then 115 when 'medium' then 80 else 20 end as most,
    1e4 * sum(net_revenue) / sum(gpv) as measured
from attempts
group by merchant_size
order by merchant_size;
