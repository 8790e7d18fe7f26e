-- Over-dispersion: the variance of a segment's daily approval against that of coins of its own odds; 1 is chance.
insert into claims by name
with days as (
    select
        region,
        channel,
        cast(ts as date) as day,
        count(*) as attempts,
        avg(is_approved) as approval
    from attempts
    group by region, channel, day
),

segments as (
    select
        *,
        sum(attempts * approval) over (partition by region, channel)
        / sum(attempts) over (partition by region, channel) as mean
    from days
),

ratios as (
    select sum(attempts * (approval - mean) ** 2 / (mean * (1 - mean))) / (count(*) - 1) as ratio
    from segments
    group by region, channel
)

select
    'over-dispersion of daily approval by region and channel, mean' as claim,
    1.5 as least,
    avg(ratio) as measured
from ratios;

-- Like attempts differ by what they are made with.
insert into claims by name
with ordinary as (
    select *
    from attempts
    where attempt_no = 1 and channel <> 'pos' and payment_method = 'card' and not is_recurring
)

select
    'approval with 3-D Secure against without, remote cards of EMEA, points' as claim,
    3 as least,
    9 as most,
    100 * (avg(is_approved) filter (is_authenticated) - avg(is_approved) filter (not is_authenticated)) as measured
from ordinary
where region = 'EMEA' and card_country = country;

insert into claims by name
select
    'approval of cards from abroad against domestic ones, remote, points (planted: 8)' as claim,
    -12 as least,
    -5 as most,
    100 * (avg(is_approved) filter (card_country <> country) - avg(is_approved) filter (card_country = country))
        as measured
from attempts
where attempt_no = 1 and channel <> 'pos' and payment_method = 'card' and region = 'NA';

-- Reasons by situation, first attempts without incidents: percent with the code, as planted in decline.rs.
insert into claims by name
select
    label || ', % (planted: ' || planted || ')' as claim,
    planted - 2.5 as least,
    planted + 2.5 as most,
    100 * avg(cast(response_code = code as integer)) as measured
from calm
inner join (
    values
    ('declines for want of funds, billings to credit cards', true, 'credit', '51', 7.0),
    ('declines for want of funds, billings to debit cards', true, 'debit', '51', 29.1),
    ('declines not honoured, billings to credit cards', true, 'credit', '05', 70.7)
) as planted (label, recurring, card, code, planted)
    on is_recurring = recurring and funding = card
where
    not approved
    and attempt_no = 1
    and payment_method = 'card'
    and card_country in ('US', 'CA', 'GB', 'DE', 'FR', 'JP', 'AU')
group by label, planted, code
order by label;

insert into claims by name
select
    'wrong PINs, % of declines in shops (planted: 11 to 13)' as claim,
    9.5 as least,
    14 as most,
    100 * avg(cast(response_code = '55' as integer)) as measured
from attempts
where not approved and attempt_no = 1 and channel = 'pos';

insert into claims by name
select
    'wrong PINs at a distance, attempts' as claim,
    0 as least,
    0 as most,
    count(*) as measured
from attempts
where response_code = '55' and channel <> 'pos';
