-- question: Is the card brand one of the contract?
-- table: transactions; columns: card_brand; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: scheme fees and scheme rules hang on it
with unknown as (
    select distinct card_brand
    from qa_mix
    where card_brand not in ('visa', 'mastercard', 'amex', 'other')
)

select
    offender.txn_id,
    offender.card_brand
from unknown
cross join lateral (
    select
        transactions.txn_id,
        transactions.card_brand
    from transactions
    where transactions.card_brand = unknown.card_brand
) as offender;
