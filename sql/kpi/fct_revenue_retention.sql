-- What has become of the net revenue of merchants who were active some months ago?
-- Grain: month x months back (1, 3, 12) x account manager, both months whole.
-- Sources: fct_merchant_month, merchants, dim_calendar. Additive over managers. A table: it is
-- small, and v_revenue_retention and the managers' scorecard both sum it.
create or replace table fct_revenue_retention as
with months as (
    select
        month,
        month_number
    from dim_calendar
    where not is_partial_month
    group by month, month_number
),

horizons as (
    select 1 as months_back
    union all
    select 3 as months_back
    union all
    select 12 as months_back
),

pairs as (
    select
        months.month as month,
        horizons.months_back as months_back,
        base_months.month_number as base_month_number,
        months.month_number as month_number
    from months
    cross join horizons
    inner join months as base_months
        on months.month_number = base_months.month_number + horizons.months_back
),

active as (
    select
        fct_merchant_month.merchant_id as merchant_id,
        merchants.account_manager_id as account_manager_id,
        fct_merchant_month.month_number as month_number,
        fct_merchant_month.net_revenue as net_revenue
    from fct_merchant_month
    inner join merchants on fct_merchant_month.merchant_id = merchants.merchant_id
    where fct_merchant_month.approved_txns > 0
)

select
    pairs.month as month,
    cast(pairs.months_back as bigint) as months_back,
    base.account_manager_id as account_manager_id,
    cast(count(*) as bigint) as base_merchants,
    cast(sum(case when still.merchant_id is null then 0 else 1 end) as bigint)
        as retained_merchants,
    cast(sum(base.net_revenue) as decimal(18, 2)) as base_net_revenue,
    cast(sum(coalesce(still.net_revenue, 0)) as decimal(18, 2)) as retained_net_revenue,
    cast(
        sum(
            case
                when still.merchant_id is null then 0
                when still.net_revenue > base.net_revenue then base.net_revenue
                else still.net_revenue
            end
        ) as decimal(18, 2)
    ) as capped_net_revenue
from pairs
inner join active as base on pairs.base_month_number = base.month_number
left join active as still
    on
        base.merchant_id = still.merchant_id
        and pairs.month_number = still.month_number
group by pairs.month, pairs.months_back, base.account_manager_id;

comment on table fct_revenue_retention is
'Revenue kept and lost. Grain: month x months back (1, 3, 12) x account manager.';
comment on column fct_revenue_retention.month is 'First day of the month looked at, a whole one.';
comment on column fct_revenue_retention.months_back is
'Months between the base and this month: 1, 3 or 12.';
comment on column fct_revenue_retention.account_manager_id is
'Manager; refers to account_managers.';
comment on column fct_revenue_retention.base_merchants is 'Merchants active in the base month.';
comment on column fct_revenue_retention.retained_merchants is 'Those active in this month too.';
comment on column fct_revenue_retention.base_net_revenue is 'Net revenue of the base month.';
comment on column fct_revenue_retention.retained_net_revenue is
'Net revenue of the same merchants in this month.';
comment on column fct_revenue_retention.capped_net_revenue is
'The same with each merchant capped at its base: growth does not hide losses.';
