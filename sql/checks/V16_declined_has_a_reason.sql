-- question: Does every declined attempt carry a decline reason?
-- table: transactions; columns: approved, decline_reason; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: the contract says NULL exactly when approved
with broken as (
    select distinct approved
    from qa_mix
    where
        not approved
        and decline_reason is null
)

select
    offender.txn_id,
    offender.approved,
    offender.decline_reason
from broken
cross join lateral (
    select
        transactions.txn_id,
        transactions.approved,
        transactions.decline_reason
    from transactions
    where
        transactions.approved = broken.approved
        and transactions.decline_reason is null
) as offender;
