-- What did each merchant sell in each week?
-- Grain: merchant x ISO week with attempts. Sources: fct_attempts, dim_calendar. A view, and no
-- mart: nothing else reads it, and every run would take longer for it.
create or replace view fct_merchant_week as
select
    fct_attempts.merchant_id as merchant_id,
    dim_calendar.week_start as week_start,
    dim_calendar.is_partial_week as is_partial_week,
    cast(sum(fct_attempts.txns) as bigint) as txns,
    cast(sum(fct_attempts.approved_txns) as bigint) as approved_txns,
    cast(sum(fct_attempts.gpv) as decimal(18, 2)) as gpv,
    cast(sum(fct_attempts.total_fees) as decimal(18, 2)) as total_fees,
    cast(sum(fct_attempts.net_revenue) as decimal(18, 2)) as net_revenue
from fct_attempts
inner join dim_calendar on fct_attempts.day = dim_calendar.day
group by fct_attempts.merchant_id, dim_calendar.week_start, dim_calendar.is_partial_week;

comment on view fct_merchant_week is
'Processing of merchants. Grain: merchant x ISO week with attempts.';
comment on column fct_merchant_week.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_merchant_week.week_start is 'Monday of the ISO week, UTC.';
comment on column fct_merchant_week.is_partial_week is
'Whether the reporting window holds only a part of the week.';
comment on column fct_merchant_week.txns is 'Authorisation attempts, approved or not.';
comment on column fct_merchant_week.approved_txns is 'Approved attempts.';
comment on column fct_merchant_week.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column fct_merchant_week.total_fees is 'Merchant fees of approved attempts.';
comment on column fct_merchant_week.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
