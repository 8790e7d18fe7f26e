-- question: Does no merchant take a quarter of all attempts?
-- table: transactions; columns: merchant_id; grain: merchant_id
-- dimension: distribution; severity: warn
-- threshold: 0.25 of attempts: in a broad portfolio the largest merchant is far below
with merchants_by_txns as (
    select
        merchant_id,
        sum(txns) as txns
    from qa_merchant_totals
    group by merchant_id
)

select
    merchant_id,
    txns,
    cast(txns as double) / sum(txns) over () as observed
from merchants_by_txns
qualify sum(txns) over () >= 10000;
