-- Sign-ups, churn and returns against the truth about merchants. Bounds are four standard errors of the planted
-- share, or the value of Kolmogorov's distribution that chance exceeds once in a thousand worlds: 1.95.
create or replace temp table small as
select
    merchants.sales_channel,
    merchants.signup_date,
    lives.*,
    case sales_channel when 'direct' then 1.40 when 'online' then 0.85 else 1.10 end * 4.5 * 365 as scale_days
from merchants
inner join lives on merchants.merchant_id = lives.merchant_id
where merchant_size = 'small';

insert into claims by name
select
    'small merchants who never start, % (planted: 12)' as claim,
    11.4 as least,
    12.6 as most,
    100 * avg(cast(activated_on is null as integer)) as measured
from small;

-- Weibull with shape 0.75 and 4.5 years, stretched by sales channel; nobody leaves in the first 30 days. Known are the
-- lives that end up to 100 days after the window: each has the place between its ends that the distribution gives it.
insert into claims by name
with ended as (
    select
        1 - exp(-pow((churned_on - signup_date + 0.5) / scale_days, 0.75)) as probability,
        1 - exp(-pow(31 / scale_days, 0.75)) as first,
        1 - exp(-pow((date '2024-12-31' + 101 - signup_date) / scale_days, 0.75)) as last
    from small
    where signup_date >= date '2024-01-01' and churned_on - signup_date > 30
),

places as (
    select
        (probability - first) / (last - first) as place,
        row_number() over (order by (probability - first) / (last - first)) as number,
        count(*) over () as ended
    from ended
)

select
    'lives of small merchants against the Weibull, Kolmogorov''s distance times root n' as claim,
    1.95 as most,
    sqrt(max(ended)) * max(greatest(number / ended - place, place - (number - 1) / ended)) as measured
from places;

-- Who was there before the window is known to have stayed until it began.
insert into claims by name
select
    'small merchants of the years before who leave in the year, against the Weibull, times' as claim,
    0.93 as least,
    1.07 as most,
    avg(cast(coalesce(churned_on <= date '2024-12-31', false) as integer)) / avg(
        1 - exp(
            pow((date '2024-01-01' - signup_date) / scale_days, 0.75)
            - pow((date '2025-01-01' - signup_date) / scale_days, 0.75)
        )
    ) as measured
from small
where signup_date < date '2023-12-01' and activated_on is not null;

insert into claims by name
select
    'churned merchants who faded, % (planted: 60)' as claim,
    57 as least,
    63 as most,
    100 * avg(cast(fades_from is not null as integer)) as measured
from small
where churned_on <= date '2024-12-31';

insert into claims by name
select
    'churned merchants who come back, % of those who had started (planted: 10)' as claim,
    8 as least,
    12 as most,
    100 * avg(cast(returned_on is not null as integer)) as measured
from small
where churned_on <= date '2024-12-31' and activated_on is not null;

insert into claims by name
select
    'attempts at merchants who have closed or not begun' as claim,
    0 as least,
    0 as most,
    count(*) as measured
from transactions
inner join lives on transactions.merchant_id = lives.merchant_id
where
    cast(ts as date) < activated_on
    or activated_on is null
    or (cast(ts as date) >= churned_on and (returned_on is null or cast(ts as date) < returned_on));

insert into claims by name
select
    'payments a day in the last fortnight of a fading merchant against the month before, times (planted: 0.2 to 0.5)'
        as claim,
    0.15 as least,
    0.6 as most,
    (count(*) filter (cast(ts as date) >= churned_on - 14) / 14)
    / (count(*) filter (cast(ts as date) between fades_from - 30 and fades_from - 1) / 30) as measured
from transactions
inner join lives on transactions.merchant_id = lives.merchant_id
where
    cast(ts as date) < churned_on
    and fades_from - 30 between greatest(activated_on + 60, date '2024-01-01') and date '2024-12-31'
    and churned_on <= date '2024-12-31'
    and attempt_no = 1
    and not is_recurring;

insert into claims by name
select
    'chance of approval at merchants who fade, against their own before, points (planted: 2)' as claim,
    -3.5 as least,
    -0.8 as most,
    100 * (sum(after * attempts) - sum(before * attempts)) / sum(attempts) as measured
from (
    select
        count(*) filter (cast(ts as date) >= fades_from) as attempts,
        avg(approval_probability) filter (cast(ts as date) >= fades_from) as after,
        avg(approval_probability) filter (cast(ts as date) < fades_from) as before
    from transactions
    inner join truth on transactions.txn_id = truth.txn_id
    inner join lives on transactions.merchant_id = lives.merchant_id
    where cast(ts as date) < churned_on and fades_from <= date '2024-12-31' and attempt_no = 1 and incident_id is null
    group by transactions.merchant_id
)
where attempts > 0 and before is not null;
