-- Why do cardholders dispute, and how often do merchants win?
-- Grain: dispute reason. Source: fct_disputes. Open disputes are neither won nor lost yet.
create or replace view v_dispute_reasons as
with reasons as (
    select
        coalesce(reason, 'unknown') as reason,
        count(*) as disputes,
        sum(amount) as disputed_amount,
        sum(fraud_disputes) as fraud_disputes,
        sum(case when status = 'open' then 1 else 0 end) as open_disputes,
        sum(case when status = 'won' then 1 else 0 end) as won_disputes,
        sum(case when status = 'lost' then 1 else 0 end) as lost_disputes,
        sum(case when status = 'lost' then amount else 0 end) as lost_amount
    from fct_disputes
    group by coalesce(reason, 'unknown')
)

select
    reason,
    cast(disputes as bigint) as disputes,
    cast(disputed_amount as decimal(18, 2)) as disputed_amount,
    cast(fraud_disputes as bigint) as fraud_disputes,
    cast(open_disputes as bigint) as open_disputes,
    cast(won_disputes as bigint) as won_disputes,
    cast(lost_disputes as bigint) as lost_disputes,
    cast(lost_amount as decimal(18, 2)) as lost_amount,
    cast(won_disputes + lost_disputes as bigint) as resolved_disputes,
    cast(won_disputes as double) / nullif(won_disputes + lost_disputes, 0) as win_rate
from reasons;

comment on view v_dispute_reasons is 'Disputes and their outcome. Grain: dispute reason.';
comment on column v_dispute_reasons.reason is 'Reason given; unknown when there is none.';
comment on column v_dispute_reasons.disputes is 'Disputes opened for this reason.';
comment on column v_dispute_reasons.disputed_amount is 'Amount of those.';
comment on column v_dispute_reasons.fraud_disputes is 'Those that claim fraud.';
comment on column v_dispute_reasons.open_disputes is 'Those not decided yet.';
comment on column v_dispute_reasons.won_disputes is 'Those that the merchant won.';
comment on column v_dispute_reasons.lost_disputes is 'Those that the merchant lost.';
comment on column v_dispute_reasons.lost_amount is 'Amount of those lost.';
comment on column v_dispute_reasons.resolved_disputes is 'won_disputes + lost_disputes.';
comment on column v_dispute_reasons.win_rate is
'won_disputes / resolved_disputes; NULL while all are open.';
