-- Which segments, industries and regions drive performance, and which drive risk?
-- For everybody. From fct_attempts and fct_disputes, by five ways to cut the same volume: GPV of the last whole month
-- against the month before, and approval and disputes of the whole window. gpv_change adds up to the same total within
-- each dimension. Disputes count by sale, so the newest sales still have some to come.
create or replace temp table evidence as
with months as (
    select distinct
        month,
        month_number
    from dim_calendar
    where not is_partial_month
),

last_month as (
    select
        later.month,
        later.month_number
    from months as later
    inner join months as earlier on later.month_number = earlier.month_number + 1
    order by later.month_number desc
    limit 1
),

contested as (
    select
        txn_id,
        count(*) as disputes
    from fct_disputes
    group by txn_id
),

cells as (
    select
        case
            when grouping(customers.segment) = 0 then 'customer segment'
            when grouping(merchants.industry) = 0 then 'industry'
            when grouping(merchants.region) = 0 then 'region'
            when grouping(merchants.merchant_size) = 0 then 'merchant size'
            when grouping(attempts.channel) = 0 then 'channel'
            else 'all'
        end as dimension,
        coalesce(
            customers.segment::varchar, merchants.industry::varchar, merchants.region::varchar,
            merchants.merchant_size::varchar, attempts.channel::varchar, 'all'
        ) as segment,
        any_value(last_month.month) as month,
        sum(attempts.gpv) as gpv_window,
        sum(attempts.gpv) filter (attempts.month_number = last_month.month_number - 1) as gpv_before,
        sum(attempts.gpv) filter (attempts.month_number = last_month.month_number) as gpv,
        sum(attempts.txns) as txns,
        sum(attempts.approved_txns) as approved_txns,
        sum(coalesce(contested.disputes, 0)) as disputes
    from fct_attempts as attempts
    inner join transactions on attempts.txn_id = transactions.txn_id
    inner join customers on transactions.customer_id = customers.customer_id
    inner join merchants on attempts.merchant_id = merchants.merchant_id
    left join contested on attempts.txn_id = contested.txn_id
    left join last_month on true
    group by grouping sets (
        (customers.segment),
        (merchants.industry),
        (merchants.region),
        (merchants.merchant_size),
        (attempts.channel),
        ()
    )
),

everything as (
    select gpv_window
    from cells
    where dimension = 'all'
)

select
    cells.dimension,
    cells.segment,
    cells.month,
    cells.gpv_before,
    cells.gpv,
    coalesce(cells.gpv, 0) - coalesce(cells.gpv_before, 0) as gpv_change,
    cells.gpv_window,
    cells.gpv_window / nullif(everything.gpv_window, 0) as gpv_share,
    cells.txns,
    cells.approved_txns,
    cells.approved_txns / nullif(cells.txns, 0) as approval_rate,
    cells.disputes,
    cells.disputes / nullif(cells.approved_txns, 0) as dispute_rate
from cells
cross join everything;

select * from evidence
order by dimension, gpv_change desc, segment;

-- A segment tells something about risk from 1 % of all attempts and, for disputes, 10 of them.
with everything as (
    select * from evidence
    where dimension = 'all' and txns > 0
),

movers as (
    select evidence.*
    from evidence
    cross join everything
    where
        evidence.dimension in ('customer segment', 'industry', 'region')
        and evidence.gpv_change * sign(everything.gpv_change) > 0
        and evidence.month is not null
    qualify
        row_number() over (
            partition by evidence.dimension order by abs(evidence.gpv_change) desc, evidence.segment
        ) = 1
),

moved as (
    select
        string_agg(
            format(
                '{} {} (USD {}{:,.0f})',
                dimension, segment, if(gpv_change < 0, '-', '+'), abs(gpv_change)::double
            ),
            ', ' order by dimension
        ) as movers
    from movers
),

weak as (
    select evidence.* from evidence
    cross join everything
    where evidence.dimension <> 'all' and evidence.txns * 100 >= everything.txns
    order by evidence.approval_rate, evidence.dimension, evidence.segment
    limit 1
),

risky as (
    select evidence.* from evidence
    cross join everything
    where
        evidence.dimension <> 'all'
        and evidence.txns * 100 >= everything.txns
        and evidence.disputes >= 10
    order by evidence.dispute_rate desc, evidence.dimension, evidence.segment
    limit 1
)

select
    coalesce(
        max(
            coalesce(
                format(
                    'In {} GPV {} by USD {:,.0f} on the month before, to USD {:,.0f}; the largest parts came from {}. ',
                    strftime(everything.month, '%Y-%m'),
                    if(everything.gpv_change < 0, 'fell', 'rose'),
                    abs(everything.gpv_change)::double, everything.gpv::double, moved.movers
                ),
                'Not enough data for a change: it takes two whole months. '
            )
            || format(
                'Approval is lowest in {} {} with {:.1f} % against {:.1f} % of all; ',
                weak.dimension, weak.segment,
                100 * weak.approval_rate, 100 * everything.approval_rate
            )
            || coalesce(
                format(
                    'disputes are most frequent in {} {} with {:.1f} basis points of sales against'
                    || ' {:.1f} basis points of all.',
                    risky.dimension, risky.segment,
                    10000 * risky.dispute_rate, 10000 * everything.dispute_rate
                ),
                'no segment has enough disputes to compare.'
            )
        ),
        'Not enough data: there is no attempt.'
    ) as answer
from everything
cross join moved
cross join weak
left join risky on true;
