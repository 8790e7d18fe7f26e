-- question: Is every required column of `customers` filled?
-- table: customers; columns: required; grain: customer_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: NULL only where the contract says so; rows are read once a count differs
with doubt as (
    select true as has_null
    from customers
    having
        count(*) > least(
            count(customer_id),
            count(segment),
            count(region),
            count(country),
            count(join_date)
        )
)

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
inner join doubt
    on doubt.has_null = (
        customers.customer_id is null
        or customers.segment is null
        or customers.region is null
        or customers.country is null
        or customers.join_date is null
    );
