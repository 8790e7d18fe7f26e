-- question: Is the payment method one of the contract?
-- table: transactions; columns: payment_method; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: any other word is a new rail without rules
with unknown as (
    select payment_method
    from transactions
    group by payment_method
    having case when count(*) > 0 then payment_method not in ('card', 'ach', 'wallet') end
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
