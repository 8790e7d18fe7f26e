-- question: Are the enumerated attempts of every merchant part of its remote attempts?
-- table: mart_enumeration_monthly; columns: enumerated_txns, remote_txns; grain: merchant_id, month
-- dimension: consistency; severity: error
-- threshold: 0 cells: a merchant under attack must be seen, with all of its business beside it
with mart_parts as (
    select
        merchant_id,
        year(month) * 12 + month(month) as month_number,
        enumerated_txns,
        remote_txns
    from mart_enumeration_monthly
),

fact_parts as (
    select
        merchant_id,
        month_number,
        sum(enumerated_txns) as enumerated_txns
    from fct_enumerated_days
    group by
        merchant_id,
        month_number
),

remote as (
    select
        merchant_id,
        month_number,
        sum(txns) as remote_txns
    from fct_merchant_mix_month
    where
        channel <> 'pos'
        and payment_method <> 'ach'
        and merchant_id in (select parts.merchant_id from mart_parts as parts)
    group by
        merchant_id,
        month_number
)

select
    merchant_id,
    month_number,
    mart_parts.enumerated_txns as mart_enumerated_txns,
    fact_parts.enumerated_txns as fact_enumerated_txns,
    mart_parts.remote_txns as mart_remote_txns,
    remote.remote_txns as fact_remote_txns
from mart_parts
full outer join fact_parts using (merchant_id, month_number)  -- noqa: ST07
left join remote using (merchant_id, month_number)  -- noqa: ST07
where
    mart_parts.enumerated_txns is distinct from fact_parts.enumerated_txns
    or mart_parts.remote_txns is distinct from remote.remote_txns
    or mart_parts.enumerated_txns > mart_parts.remote_txns;
