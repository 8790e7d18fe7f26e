-- title: Chargebacks by reason and outcome in the period, count
-- question: How many chargebacks claim fraud, and which kinds do merchants win?
-- note: By day of the chargeback; recent ones are still open. Win rate: won of those decided.
-- chart: bar
-- options: stacked, horizontal
-- x: reason
-- y: disputes
-- series: status
-- format: disputes=count, share_of_disputes=percent, all_disputes=count, reason_disputes=count, won_disputes=count, decided_disputes=count, win_rate=percent, disputed_amount=money
-- labels: disputes=Chargebacks, share_of_disputes=Share of all chargebacks, win_rate=Win rate, disputed_amount=Disputed, won_disputes=Won, decided_disputes=Decided
-- tooltip: disputes, disputed_amount, share_of_disputes, won_disputes, decided_disputes, win_rate
with reasons as (
    select
        upper(reason[1]) || replace(reason[2:], '_', ' ') as reason,
        status,
        sum(disputes)::double as disputes,
        sum(disputed_amount)::double as disputed_amount
    from disputes
    group by all
),

related as (
    select
        *,
        sum(disputes) over (partition by reason) as reason_disputes,
        sum(disputes) over () as all_disputes,
        coalesce(sum(disputes) filter (where status = 'won') over (partition by reason), 0) as won_disputes,
        coalesce(sum(disputes) filter (where status <> 'open') over (partition by reason), 0) as decided_disputes
    from reasons
)

select
    reason,
    status,
    disputes,
    disputed_amount,
    reason_disputes,
    all_disputes,
    reason_disputes / all_disputes as share_of_disputes,
    won_disputes,
    decided_disputes,
    won_disputes / nullif(decided_disputes, 0) as win_rate
from related
order by reason_disputes desc, reason, status
