-- How many customers pay in each month?
-- Grain: month of the reporting window. Sources: dim_calendar, transactions. A view on demand and
-- no mart: distinct customers are in no fact, and counting them takes a scan of every attempt.
create or replace view v_customers_monthly as
with months as (
    select
        month,
        month_number,
        is_partial_month
    from dim_calendar
    group by month, month_number, is_partial_month
),

paying as (
    select
        extract(year from ts) * 12 + extract(month from ts) as month_number,
        count(*) as approved_txns,
        count(distinct customer_id) as active_customers
    from transactions
    where approved
    group by extract(year from ts) * 12 + extract(month from ts)
)

select
    months.month as month,
    months.is_partial_month as is_partial_month,
    cast(coalesce(paying.approved_txns, 0) as bigint) as approved_txns,
    cast(coalesce(paying.active_customers, 0) as bigint) as active_customers,
    cast(paying.approved_txns as double) / nullif(paying.active_customers, 0)
        as avg_customer_txns
from months
left join paying on months.month_number = paying.month_number;

comment on view v_customers_monthly is 'Customers who pay. Grain: month of the window.';
comment on column v_customers_monthly.month is 'First day of the month.';
comment on column v_customers_monthly.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_customers_monthly.approved_txns is 'Approved attempts.';
comment on column v_customers_monthly.active_customers is
'Customers with at least one of them; distinct, so months must not be added up.';
comment on column v_customers_monthly.avg_customer_txns is 'approved_txns / active_customers.';
