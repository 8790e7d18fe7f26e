-- question: Does every transaction belong to a merchant that exists?
-- table: transactions; columns: merchant_id; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: an orphan falls out of every join
with unknown as (
    select distinct qa_merchant_totals.merchant_id
    from qa_merchant_totals
    left join merchants on qa_merchant_totals.merchant_id = merchants.merchant_id
    where
        qa_merchant_totals.merchant_id is not null
        and merchants.merchant_id is null
)

select
    offender.txn_id,
    offender.merchant_id
from unknown
cross join lateral (
    select
        transactions.txn_id,
        transactions.merchant_id
    from transactions
    where transactions.merchant_id = unknown.merchant_id
) as offender;
