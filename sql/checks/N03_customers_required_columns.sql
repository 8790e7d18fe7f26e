-- question: Is every required column of `customers` filled?
-- table: customers; columns: required; grain: customer_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: NULL only where the contract says so; rows are read once a group tells
with doubt as (
    select distinct true as has_null
    from qa_customer_mix
    where
        segment is null
        or region is null
        or country is null
        or customers > least(filled_ids, filled_join_dates)
)

select
    offender.customer_id,
    offender.null_columns
from doubt
cross join lateral (
    select
        customers.customer_id,
        concat_ws(
            ', ',
            case when customers.customer_id is null then 'customer_id' end,
            case when customers.segment is null then 'segment' end,
            case when customers.region is null then 'region' end,
            case when customers.country is null then 'country' end,
            case when customers.join_date is null then 'join_date' end
        ) as null_columns
    from customers
    where
        doubt.has_null = (
            customers.customer_id is null
            or customers.segment is null
            or customers.region is null
            or customers.country is null
            or customers.join_date is null
        )
) as offender;
