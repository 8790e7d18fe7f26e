-- question: Does every transaction belong to a customer that exists?
-- table: transactions; columns: customer_id; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: an orphan falls out of joins; inside distinct ids without gaps none can be
with listed as (
    select
        min(customer_id) as lowest,
        max(customer_id) as highest,
        max(customer_id) - min(customer_id) + 1 <> count(*) as has_gaps
    from customers
),

used as (
    select
        min(customer_id) as lowest,
        max(customer_id) as highest
    from transactions
),

doubt as (
    select listed.has_gaps
    from listed
    cross join used
    where
        listed.has_gaps
        or listed.lowest is null
        or used.lowest < listed.lowest
        or used.highest > listed.highest
),

suspects as (
    select
        txn_id,
        customer_id
    from transactions
    where exists (select 1 from doubt)
),

candidates as (
    select customer_id
    from customers
    where exists (select 1 from doubt)
)

select
    suspects.txn_id,
    suspects.customer_id
from suspects
left outer join candidates on suspects.customer_id = candidates.customer_id
where
    suspects.customer_id is not null
    and candidates.customer_id is null;
