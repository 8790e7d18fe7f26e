-- question: Does no approved attempt carry a decline reason?
-- table: transactions; columns: approved, decline_reason; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: the contract says NULL exactly when approved
with broken as (
    select distinct decline_reason
    from qa_mix
    where
        approved
        and decline_reason is not null
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
        transactions.decline_reason = broken.decline_reason
        and transactions.approved
) as offender;
