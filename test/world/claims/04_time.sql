-- Mean attempts a day of a weekday against those of all days, in the quarter that moves least, as planted in
-- season.rs. Rows are apportioned to days, so the days' totals hold no chance. Subscriptions bill on their day of the
-- month.
insert into claims by name
select
    'attempts of ' || industry || ' on ' || weekday || 's against all days (planted: ' || planted || ')' as claim,
    planted - 0.08 as least,
    planted + 0.08 as most,
    (count(*) filter (dayname(ts) = weekday) / count(distinct cast(ts as date)) filter (dayname(ts) = weekday))
    / (count(*) / count(distinct cast(ts as date))) as measured
from attempts
inner join (
    values ('Food & Beverage', 'Saturday', 1.25), ('Marketplace', 'Monday', 1.08), ('SaaS', 'Sunday', 0.55)
) as planted (name, weekday, planted) on industry = name
where month(ts) in (4, 5, 6) and attempt_no = 1 and not is_recurring
group by industry, weekday, planted
order by industry;

insert into claims by name
with days as (
    select
        cast(ts as date) as day,
        count(*) as attempts
    from attempts
    where industry = 'Retail' and dayname(ts) = 'Friday' and month(ts) in (10, 11)
    group by day
)

select
    'Retail on Black Friday against the Fridays of October (planted: 1.9 at merchants)' as claim,
    1.6 as least,
    2.1 as most,
    max(attempts) filter (day = date '2024-11-29') / avg(attempts) filter (month(day) = 10) as measured
from days;

-- Cards of one country pay at its local hours: UTC less six.
insert into claims by name
select
    'US cards from 12 to 13 h against 3 to 4 h, attempts (planted: 1.58 by 0.14)' as claim,
    7 as least,
    13 as most,
    count(*) filter (hour(ts) = 18) / count(*) filter (hour(ts) = 9) as measured
from transactions
where card_country = 'US' and attempt_no = 1 and not is_recurring;

insert into claims by name
select
    'US cards from 0 to 6 h in shops, % of attempts (all channels: 6)' as claim,
    0 as least,
    5 as most,
    100 * avg(cast(hour(ts) between 6 and 11 as integer)) as measured
from transactions
where card_country = 'US' and channel = 'pos';
