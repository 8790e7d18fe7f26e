-- question: Does every `customer_id` occur once?
-- table: customers; columns: customer_id; grain: customer_id
-- dimension: uniqueness; severity: error
-- threshold: 0 keys: ids without gaps are proved by an xor of hashes (miss: 2^-64), others counted
with spread as (
    select
        count(*) as row_count,
        min(customer_id) as lowest,
        max(customer_id) as highest,
        bit_xor(hash(customer_id)) as fingerprint
    from customers
),

gapless as (
    select bit_xor(hash(ids.id)) as fingerprint
    from range((select lowest from spread), (select highest + 1 from spread)) as ids (id)
),

doubt as (
    select spread.row_count
    from spread
    cross join gapless
    where
        spread.row_count <> spread.highest - spread.lowest + 1
        or spread.fingerprint <> gapless.fingerprint
)

select
    customer_id,
    count(*) as row_count
from customers
where exists (select 1 from doubt)
group by customer_id
having count(*) > 1;
