-- question: Is the funding one of the contract?
-- table: transactions; columns: funding; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: interchange hangs on it
with unknown as (
    select distinct funding
    from qa_mix
    where funding not in ('credit', 'debit', 'prepaid')
)

select
    offender.txn_id,
    offender.funding
from unknown
cross join lateral (
    select
        transactions.txn_id,
        transactions.funding
    from transactions
    where transactions.funding = unknown.funding
) as offender;
