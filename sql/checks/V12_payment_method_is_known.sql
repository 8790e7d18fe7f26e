-- question: Is the payment method one of the contract?
-- table: transactions; columns: payment_method; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: any other word is a new rail without rules
with unknown as (
    select distinct payment_method
    from qa_mix
    where payment_method not in ('card', 'ach', 'wallet')
)

select
    offender.txn_id,
    offender.payment_method
from unknown
cross join lateral (
    select
        transactions.txn_id,
        transactions.payment_method
    from transactions
    where transactions.payment_method = unknown.payment_method
) as offender;
