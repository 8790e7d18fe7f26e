-- How well does the churn watch order merchants at the end of some days, and how well could it be done at all?
-- Leaves the table watched: merchant x day, with its fate and five scores, the larger the riskier.
create table active_lives as
select
    truth.merchant_id,
    greatest(truth.activated_on, date '2024-01-01') as first_day,
    least(
        coalesce(truth.fades_from, truth.churned_on, date '2024-12-31'),
        coalesce(truth.churned_on, date '2024-12-31'),
        date '2024-12-31'
    ) as last_day,
    truth.fades_from,
    truth.churned_on,
    truth.returned_on
from truth_merchants(seed := getvariable('seed')) as truth
where truth.activated_on is not null;

-- The rate that nobody can know on the day: of the whole active life, later days included.
create table true_rates as
select
    active_lives.merchant_id,
    count(*) / any_value(greatest(active_lives.last_day - active_lives.first_day + 1, 1)) as daily_rate
from active_lives
inner join transactions
    on
        active_lives.merchant_id = transactions.merchant_id
        and transactions.approved
        and cast(transactions.ts as date) between active_lives.first_day and active_lives.last_day
group by active_lives.merchant_id;

create table watched as
with scored as (
    select * from churn_watch(date '2024-06-30')
    union all
    select * from churn_watch(date '2024-09-30')
    union all
    select * from churn_watch(date '2024-11-30')
),

fates as (
    select
        scored.*,
        case
            when
                active_lives.churned_on <= scored.as_of_day
                and coalesce(active_lives.returned_on > scored.as_of_day, true)
                then 'gone'
            when
                active_lives.fades_from <= scored.as_of_day
                and active_lives.churned_on > scored.as_of_day
                then 'fading'
            when active_lives.churned_on between scored.as_of_day + 1 and scored.as_of_day + 30
                then 'leaves within 30 days'
            else 'stays'
        end as fate,
        scored.base_payments / 3.0 as usual_payments,
        coalesce(true_rates.daily_rate, 1 / scored.usual_gap_days) as true_rate
    from scored
    inner join active_lives on scored.merchant_id = active_lives.merchant_id
    left join true_rates on scored.merchant_id = true_rates.merchant_id
)

select
    as_of_day,
    merchant_id,
    fate,
    fate <> 'stays' as leaves,
    risk,
    -base_payments as size_alone,
    -recent_payments / usual_payments as drop_in_four_weeks,
    0.15 / 365 / (true_rate + 0.15 / 365) * (exp(least((true_rate + 0.15 / 365) * silent_days, 50)) - 1)
    + 0.01 * exp(least(14 * true_rate + recent_payments * ln(0.5), 50)) as oracle
from fates;

create macro scores(subset) as table
select score, value, leaves, merchant_id, as_of_day
from (
    select leaves, merchant_id, as_of_day, unnest(['risk', 'size alone', 'drop in four weeks', 'oracle']) as score,
        unnest([risk, size_alone, drop_in_four_weeks, oracle]) as value
    from watched
    where leaves is false or subset in (fate, 'all')
);

-- Area under the curve by ranks, ties at their mean; precision and capture among the riskiest tenth, ties by merchant.
create macro churn_scores(subset) as table
with ranked as (
    select
        score,
        leaves,
        rank() over (partition by score order by value)
        + (count(*) over (partition by score, value) - 1) / 2 as rank,
        row_number() over (partition by score order by value desc, merchant_id, as_of_day)
        <= count(*) over (partition by score) / 10 as is_in_top_decile
    from scores(subset)
)

select
    score,
    count(*) as merchants,
    count(*) filter (where leaves) as leaving,
    (sum(rank) filter (where leaves) - count(*) filter (where leaves) * (count(*) filter (where leaves) + 1) / 2)
    / (count(*) filter (where leaves) * count(*) filter (where not leaves)) as auc,
    count(*) filter (where leaves and is_in_top_decile) / count(*) filter (where is_in_top_decile) as precision,
    count(*) filter (where leaves and is_in_top_decile) / count(*) filter (where leaves) as capture
from ranked
group by score;
