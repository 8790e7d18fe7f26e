-- What did each merchant sell in each week?
-- Grain: merchant x ISO week with attempts. Sources: fct_attempts, merchants, dim_calendar. A view:
-- its mart is built once for files and checks, and no other view reads it. The joins are left
-- joins: of inner ones DuckDB takes the many weeks of sales for few, and hashes them.
create or replace view fct_merchant_week as
with weeks as (
    select
        week_start,
        is_partial_week
    from dim_calendar
    group by week_start, is_partial_week
),

sales as (
    select
        merchant_id,
        cast(date_trunc('week', day) as date) as week_start,
        cast(sum(txns) as bigint) as txns,
        cast(sum(approved_txns) as bigint) as approved_txns,
        cast(sum(gpv) as decimal(18, 2)) as gpv,
        cast(sum(total_fees) as decimal(18, 2)) as total_fees,
        cast(sum(net_revenue) as decimal(18, 2)) as net_revenue
    from fct_attempts
    group by merchant_id, cast(date_trunc('week', day) as date)
)

select
    sales.merchant_id as merchant_id,
    merchants.region as region,
    merchants.industry as industry,
    merchants.merchant_size as merchant_size,
    sales.week_start as week_start,
    weeks.is_partial_week as is_partial_week,
    sales.txns as txns,
    sales.approved_txns as approved_txns,
    sales.gpv as gpv,
    sales.total_fees as total_fees,
    sales.net_revenue as net_revenue
from sales
left join weeks on sales.week_start = weeks.week_start
left join merchants on sales.merchant_id = merchants.merchant_id;

comment on view fct_merchant_week is
'Processing of merchants. Grain: merchant x ISO week with attempts.';
comment on column fct_merchant_week.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_merchant_week.region is 'Region of the merchant.';
comment on column fct_merchant_week.industry is 'Industry of the merchant.';
comment on column fct_merchant_week.merchant_size is 'small, medium or enterprise.';
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
