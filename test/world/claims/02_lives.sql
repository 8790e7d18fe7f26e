-- Retention: merchants who signed up from January to April, with an approved payment in a later calendar month. All
-- of them are seen for eight months.
create or replace temp table cohort as
select
    merchant_id,
    merchant_size,
    industry,
    month(signup_date) as signup_month
from merchants
where signup_date between date '2024-01-01' and date '2024-04-30';

create or replace temp table cohort_months as
with active as (select distinct merchant_id, month(ts) as active_month from transactions where approved)

select
    cohort.*,
    age,
    active.merchant_id is not null as is_active
from cohort
cross join range(1, 9) as ages (age)
left join active on cohort.merchant_id = active.merchant_id and cohort.signup_month + age = active.active_month;

create or replace temp table ages as
select
    merchant_size,
    age,
    avg(cast(is_active as integer)) as retention
from cohort_months
group by merchant_size, age;

insert into claims by name
select
    'active in month 3, enterprises before small merchants, points' as claim,
    20 as least,
    100 * (max(retention) filter (merchant_size = 'enterprise')
    - max(retention) filter (merchant_size = 'small')) as measured
from ages
where age = 3;

insert into claims by name
select
    'least lead of enterprises over small merchants from month 1 to 8, points' as claim,
    20 as least,
    100 * min(lead) as measured
from (
    select
        age,
        max(retention) filter (merchant_size = 'enterprise') - max(retention) filter (merchant_size = 'small') as lead
    from ages
    group by age
);

-- Of the forty enterprises among them a year takes one: too few for a slope. SaaS apart: its merchants win subscribers
-- first, and bill them from then on.
insert into claims by name
select
    'active in month 8 against month 1, ' || merchant_size || ' merchants but SaaS, points' as claim,
    -0.5 as most,
    100 * (avg(cast(is_active as integer)) filter (age = 8) - avg(cast(is_active as integer)) filter (age = 1))
        as measured
from cohort_months
where merchant_size <> 'enterprise' and industry <> 'SaaS'
group by merchant_size
order by merchant_size;

insert into claims by name
select
    'slope of retention from month 1 to 8, small merchants, points a month' as claim,
    -0.05 as most,
    100 * regr_slope(retention, age) as measured
from ages
where merchant_size = 'small';

insert into claims by name
select
    'active in months 3 to 8, enterprises, %' as claim,
    85 as least,
    100 as most,
    100 * avg(retention) as measured
from ages
where merchant_size = 'enterprise' and age >= 3;
