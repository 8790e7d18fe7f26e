-- question: Does no ach payment come from a point of sale?
-- table: transactions; columns: payment_method, channel; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a bank debit has no terminal (contract)
with broken as (
    select distinct payment_method
    from qa_mix
    where
        payment_method = 'ach'
        and channel = 'pos'
)

select
    offender.txn_id,
    offender.payment_method,
    offender.channel
from broken
cross join lateral (
    select
        transactions.txn_id,
        transactions.payment_method,
        transactions.channel
    from transactions
    where
        transactions.payment_method = broken.payment_method
        and transactions.channel = 'pos'
) as offender;
