-- Do merchants bring more than they did, before new ones are counted?
-- Grain: whole month x months back (1, 3, 12) with a whole base month inside the reporting window.
-- Source: fct_revenue_retention.
create or replace view v_revenue_retention as
with totals as (
    select
        month,
        months_back,
        cast(sum(base_merchants) as bigint) as base_merchants,
        cast(sum(retained_merchants) as bigint) as retained_merchants,
        cast(sum(base_net_revenue) as decimal(18, 2)) as base_net_revenue,
        cast(sum(retained_net_revenue) as decimal(18, 2)) as retained_net_revenue,
        cast(sum(capped_net_revenue) as decimal(18, 2)) as capped_net_revenue
    from fct_revenue_retention
    group by month, months_back
)

select
    month,
    months_back,
    base_merchants,
    retained_merchants,
    cast(retained_merchants as double) / nullif(base_merchants, 0) as logo_retention_rate,
    base_net_revenue,
    retained_net_revenue,
    cast(retained_net_revenue as double) / nullif(cast(base_net_revenue as double), 0) as nrr,
    capped_net_revenue,
    cast(capped_net_revenue as double) / nullif(cast(base_net_revenue as double), 0) as grr
from totals;

comment on view v_revenue_retention is
'Net and gross revenue retention. Grain: whole month x months back.';
comment on column v_revenue_retention.month is 'First day of the month looked at.';
comment on column v_revenue_retention.months_back is
'Months between the base and this month: 1, 3 or 12, which is the usual one.';
comment on column v_revenue_retention.base_merchants is 'Merchants active in the base month.';
comment on column v_revenue_retention.retained_merchants is 'Those active in this month too.';
comment on column v_revenue_retention.logo_retention_rate is 'retained_merchants / base_merchants.';
comment on column v_revenue_retention.base_net_revenue is 'Net revenue of the base month.';
comment on column v_revenue_retention.retained_net_revenue is
'Net revenue of the same merchants in this month.';
comment on column v_revenue_retention.nrr is
'Net revenue retention: retained_net_revenue / base_net_revenue; below 12 months with the season.';
comment on column v_revenue_retention.capped_net_revenue is
'retained_net_revenue with each merchant capped at its base.';
comment on column v_revenue_retention.grr is
'Gross revenue retention: capped_net_revenue / base_net_revenue, at most 1.';
