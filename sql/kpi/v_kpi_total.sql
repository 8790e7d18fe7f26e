-- What did the whole reporting window bring?
-- Grain: one row. Source: v_kpi_daily.
create or replace view v_kpi_total as
with total as (
    select
        min(day) as first_day,
        max(day) as last_day,
        cast(sum(gpv) as decimal(18, 2)) as gpv,
        cast(sum(txns) as bigint) as txns,
        cast(sum(approved_txns) as bigint) as approved_txns,
        cast(sum(total_fees) as decimal(18, 2)) as total_fees,
        cast(sum(net_revenue) as decimal(18, 2)) as net_revenue
    from v_kpi_daily
)

select
    first_day,
    last_day,
    gpv,
    txns,
    approved_txns,
    cast(approved_txns as double) / nullif(txns, 0) as approval_rate,
    cast(gpv as double) / nullif(approved_txns, 0) as avg_amount,
    total_fees,
    cast(total_fees as double) / nullif(cast(gpv as double), 0) as fee_yield,
    net_revenue,
    cast(net_revenue as double) / nullif(cast(gpv as double), 0) as net_take_rate
from total;

comment on view v_kpi_total is 'Measures of the whole reporting window. Grain: one row.';
comment on column v_kpi_total.first_day is 'First UTC day of the window.';
comment on column v_kpi_total.last_day is 'Last UTC day of the window.';
comment on column v_kpi_total.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column v_kpi_total.txns is 'Authorisation attempts, approved or not.';
comment on column v_kpi_total.approved_txns is 'Approved attempts.';
comment on column v_kpi_total.approval_rate is 'approved_txns / txns.';
comment on column v_kpi_total.avg_amount is 'Average ticket: gpv / approved_txns.';
comment on column v_kpi_total.total_fees is 'Merchant fees of approved attempts.';
comment on column v_kpi_total.fee_yield is 'total_fees / gpv; 0.021 is 210 basis points.';
comment on column v_kpi_total.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column v_kpi_total.net_take_rate is 'net_revenue / gpv.';
