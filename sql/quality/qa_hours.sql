-- What happened in each hour? Checks of days, hours, gaps and of the daily mart read this and not
-- the attempts. Grain: UTC hour with attempts; hour_number counts from 1970. Source: transactions.
create or replace temp table qa_hours as
with hours as (
    select
        epoch_us(ts) // 3600000000 as hour_number,
        count(*) as txns,
        count(*) filter (where approved) as approved_txns,
        sum(amount) filter (where approved) as gpv,
        sum(amount) filter (where not approved) as declined_amount,
        sum(fee) filter (where approved) as total_fees,
        sum(interchange_fee) filter (where approved) as interchange_fees,
        sum(scheme_fee) filter (where approved) as scheme_fees
    from transactions
    group by hour_number
)

select
    hour_number,
    cast(make_timestamp(hour_number * 3600000000) as date) as day,
    hour_number % 24 as hour_of_day,
    txns,
    approved_txns,
    coalesce(gpv, 0) as gpv,
    coalesce(declined_amount, 0) as declined_amount,
    coalesce(total_fees, 0) as total_fees,
    coalesce(total_fees - interchange_fees - scheme_fees, 0) as net_revenue
from hours;
