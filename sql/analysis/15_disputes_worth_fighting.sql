-- Which disputes cost most, and which are worth fighting?
-- For Risk and Operations. From v_dispute_reasons: win_rate counts decided disputes only. A reason tells something
-- about chances from 10 decided disputes.
create or replace temp table evidence as
select
    reason,
    disputes,
    disputed_amount,
    fraud_disputes,
    open_disputes,
    won_disputes + lost_disputes as decided_disputes,
    win_rate,
    lost_amount,
    sum(disputes) over () as all_disputes,
    sum(disputed_amount) over () as all_disputed_amount,
    (disputed_amount / nullif(sum(disputed_amount) over (), 0))::double as amount_share,
    (sum(won_disputes) over () / nullif(sum(won_disputes + lost_disputes) over (), 0))::double as all_win_rate
from v_dispute_reasons;

select * from evidence
order by disputed_amount desc, reason;

with dearest as (
    select * from evidence
    where disputes > 0
    order by disputed_amount desc, reason
    limit 1
),

best as (
    select * from evidence
    where decided_disputes >= 10
    order by win_rate desc, reason
    limit 1
)

select
    coalesce(
        max(
            format(
                'From {} to {} {:,} disputes contest USD {:,.0f}; {} has the largest share, {:.1f} %. ',
                reporting.first_day::varchar, reporting.last_day::varchar, dearest.all_disputes::bigint,
                dearest.all_disputed_amount::double, dearest.reason, 100 * dearest.amount_share
            )
            || coalesce(
                format(
                    'Merchants win {:.1f} % of decided disputes; most worth fighting is {} with {:.1f} %.',
                    100 * best.all_win_rate, best.reason, 100 * best.win_rate
                ),
                'No reason has 10 decided disputes to tell the chances.'
            )
        ),
        'Not enough data: there is no dispute.'
    ) as answer
from dearest
left join best on true
cross join v_kpi_total as reporting;
