-- Fraud by third parties (all scenarios but friendly fraud), against the published levels.
create or replace temp table fraud as
select
    attempts.*,
    truth.scenario,
    truth.incident_id,
    truth.is_fraud and truth.scenario <> 'friendly_fraud' as is_third_party
from attempts
inner join truth on attempts.txn_id = truth.txn_id;

insert into claims by name
select
    'fraud by third parties, approved, remote, basis points of value (published: 15)' as claim,
    8 as least,
    25 as most,
    1e4 * sum(gpv) filter (is_third_party) / sum(gpv) as measured
from fraud
where channel <> 'pos';

insert into claims by name
select
    'fraud by third parties, approved, in shops, basis points of value (published: 1.5)' as claim,
    0.3 as least,
    4 as most,
    1e4 * sum(gpv) filter (is_third_party) / sum(gpv) as measured
from fraud
where channel = 'pos';

insert into claims by name
select
    'scenarios of fraud' as claim,
    4 as least,
    4 as most,
    count(distinct scenario) as measured
from fraud;

insert into claims by name
select
    'fraud with cards from abroad against domestic ones, remote, times' as claim,
    4 as least,
    25 as most,
    avg(cast(is_third_party as integer)) filter (card_country <> country)
    / avg(cast(is_third_party as integer)) filter (card_country = country) as measured
from fraud
where channel <> 'pos' and incident_id is null;

insert into claims by name
select
    'fraud from 0 to 6 h local time against other payments, shares, times' as claim,
    1.3 as least,
    6 as most,
    avg(cast(hour(ts) between 6 and 11 as integer)) filter (is_third_party)
    / avg(cast(hour(ts) between 6 and 11 as integer)) filter (not is_third_party) as measured
from fraud
where card_country = 'US' and incident_id is null and channel <> 'pos';

-- Bursts: the weeks of a country's cards against an even spread, for countries with a fraud a week and more. Chance
-- alone gives 1, and with some 250 weeks of countries more than 1.27 once in a thousand worlds.
insert into claims by name
with weeks as (
    select
        card_country,
        week(ts) as week,
        count(*) as number
    from fraud
    where is_third_party and incident_id is null and card_country is not null
    group by card_country, week
),

countries as (
    select
        card_country,
        sum(number) / 53 as expected
    from weeks
    group by card_country
    having sum(number) > 53
),

spread as (
    select
        expected,
        coalesce(number, 0) as number
    from countries
    cross join range(1, 54) as numbers (week)
    left join weeks on countries.card_country = weeks.card_country and numbers.week = weeks.week
)

select
    'over-dispersion of weekly fraud by card country' as claim,
    1.27 as least,
    5 as most,
    sum((number - expected) ** 2 / expected) / (count(*) * 52 / 53) as measured
from spread;
