-- question: Is the channel one of the contract?
-- table: transactions; columns: channel; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a variant in case or spelling would split every report
with unknown as (
    select distinct channel
    from qa_mix
    where channel not in ('pos', 'ecom', 'inapp')
)

select
    offender.txn_id,
    offender.channel
from unknown
cross join lateral (
    select
        transactions.txn_id,
        transactions.channel
    from transactions
    where transactions.channel = unknown.channel
) as offender;
