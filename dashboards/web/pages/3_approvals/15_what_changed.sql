-- title: What moved approval
-- question: How did approval change from the month before to the last whole month, and which decline reason carries most of it?
-- note: Share of all attempts that each reason declines, last whole month up to the end of the range against the month before; the changes of all reasons add up to that of approval.
-- chart: callout
-- width: full
with months as (
    select
        (date_trunc('month', period.to_date + 1) - interval 1 month)::date as month,
        (date_trunc('month', period.to_date + 1) - interval 2 month)::date as month_before,
        meta.start_date
    from period
    cross join meta
),

attempts as (
    select
        (sum(txns) filter (where day >= months.month))::double as txns,
        (sum(txns) filter (where day < months.month))::double as txns_before,
        (sum(approved_txns) filter (where day >= months.month))::double as approved_txns,
        (sum(approved_txns) filter (where day < months.month))::double as approved_txns_before,
        any_value(months.month) as month,
        any_value(months.month_before) as month_before
    from all_daily
    cross join months
    where
        months.month_before >= months.start_date
        and day >= months.month_before
        and day < months.month + interval 1 month
),

reasons as (
    select
        declines.decline_reason::varchar as decline_reason,
        coalesce(sum(declined_txns) filter (where day >= months.month), 0) / any_value(attempts.txns)
        - coalesce(sum(declined_txns) filter (where day < months.month), 0) / any_value(attempts.txns_before) as rate_change
    from all_declines_daily as declines
    cross join months
    cross join attempts
    where
        attempts.txns > 0
        and attempts.txns_before > 0
        and day >= months.month_before
        and day < months.month + interval 1 month
    group by all
),

measured as (
    select
        attempts.*,
        approved_txns / nullif(txns, 0) as approval_rate,
        approved_txns / nullif(txns, 0) - approved_txns_before / nullif(txns_before, 0) as approval_change,
        (
            select replace(decline_reason, '_', ' ')
            from reasons
            order by abs(rate_change) desc, decline_reason
            limit 1
        ) as decline_reason,
        (
            select -rate_change
            from reasons
            order by abs(rate_change) desc, decline_reason
            limit 1
        ) as by_reason
    from attempts
)

select
    case
        when approval_change is null
            then 'No whole month of this selection can be compared with the month before it.'
        else
            'Approval ' || if(approval_change < 0, 'fell', 'rose')
            || format(' {:.2f} points from ', abs(approval_change) * 100)
            || strftime(month_before, '%B') || ' to ' || strftime(month, '%B %Y')
            || format(', to {:.2f} % of attempts.', approval_rate * 100)
            || coalesce(
                ' The largest change comes from declines for ' || decline_reason || ': '
                || if(by_reason < 0, '−', '+') || format('{:.2f} points.', abs(by_reason) * 100),
                ''
            )
    end as text,
    case when approval_change > 0 then 'good' when approval_change < 0 then 'bad' else 'neutral' end as tone,
    approved_txns,
    txns,
    approved_txns_before,
    txns_before
from measured
