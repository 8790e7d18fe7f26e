-- question: Does every transaction belong to a merchant that exists?
-- table: transactions; columns: merchant_id; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: an orphan falls out of joins; inside distinct ids without gaps none can be
with listed as (
    select
        min(merchant_id) as lowest,
        max(merchant_id) as highest,
        max(merchant_id) - min(merchant_id) + 1 <> count(*) as has_gaps
    from merchants
),

used as (
    select
        min(merchant_id) as lowest,
        max(merchant_id) as highest
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
        merchant_id
    from transactions
    where exists (select 1 from doubt)
),

candidates as (
    select merchant_id
    from merchants
    where exists (select 1 from doubt)
)

select
    suspects.txn_id,
    suspects.merchant_id
from suspects
left outer join candidates on suspects.merchant_id = candidates.merchant_id
where
    suspects.merchant_id is not null
    and candidates.merchant_id is null;
