-- What serving a merchant costs beyond interchange and scheme fees: assumed, none of it is in the
-- raw data. Change a number here and every contribution margin follows. Grain: one row.
create or replace table cost_assumptions as
select
    cast(0.02 as decimal(6, 2)) as processing_cost_per_txn,
    cast(15.00 as decimal(6, 2)) as handling_cost_per_dispute,
    cast(0.50 as decimal(6, 2)) as support_cost_per_active_month,
    cast(0.05 as decimal(6, 2)) as credit_loss_share,
    cast(0.20 as decimal(6, 2)) as partner_commission_share;

comment on table cost_assumptions is 'Assumed costs of serving merchants. Grain: one row.';
comment on column cost_assumptions.processing_cost_per_txn is
'Gateway and hosting, USD an attempt, approved or not; assumed.';
comment on column cost_assumptions.handling_cost_per_dispute is
'Staff and scheme handling, USD a dispute opened; assumed.';
comment on column cost_assumptions.support_cost_per_active_month is
'Support, USD a month in which a merchant has an approved attempt; assumed.';
comment on column cost_assumptions.credit_loss_share is
'Part of lost disputes that merchants cannot repay and the processor bears; assumed.';
comment on column cost_assumptions.partner_commission_share is
'Part of net revenue paid on for merchants that a partner acquired; assumed.';
