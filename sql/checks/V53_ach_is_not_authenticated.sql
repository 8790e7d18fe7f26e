-- question: Is no ach attempt authenticated by 3-D Secure?
-- table: transactions; columns: payment_method, is_authenticated; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: 3-D Secure is a card protocol
with broken as (
    select distinct payment_method
    from qa_mix
    where
        payment_method = 'ach'
        and is_authenticated
)

select
    offender.txn_id,
    offender.payment_method,
    offender.is_authenticated
from broken
cross join lateral (
    select
        transactions.txn_id,
        transactions.payment_method,
        transactions.is_authenticated
    from transactions
    where
        transactions.payment_method = broken.payment_method
        and transactions.is_authenticated
) as offender;
