-- question: Does no customer take a large share of the attempts?
-- table: transactions; columns: customer_id; grain: bucket
-- dimension: distribution; severity: warn
-- threshold: 0.003 of attempts, beyond the usual share of ids that are equal modulo 1,024
with buckets as (
    select
        customer_id % 1024 as bucket,
        count(*) as txns
    from transactions
    where customer_id is not null
    group by customer_id % 1024
),

total as (
    select
        sum(txns) as txns,
        median(txns) as usual_txns
    from buckets
)

select
    buckets.bucket,
    buckets.txns,
    greatest(buckets.txns - total.usual_txns - 10 * sqrt(total.usual_txns), 0) / total.txns
        as observed
from buckets
cross join total
where total.txns >= 10240;
