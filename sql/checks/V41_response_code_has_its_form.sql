-- question: Is the response code two digits or capital letters, or a return code of a bank debit?
-- table: transactions; columns: response_code; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: ISO 8583 field 39 has two characters, Nacha's return code an R and two digits
with unknown as (
    select distinct
        response_code,
        payment_method
    from qa_mix
    where
        not regexp_full_match(
            cast(response_code as varchar),
            if(payment_method = 'ach', '[0-9A-Z]{2}|R[0-9]{2}', '[0-9A-Z]{2}')
        )
)

select
    offender.txn_id,
    offender.response_code
from unknown
cross join lateral (
    select
        transactions.txn_id,
        transactions.response_code
    from transactions
    where
        transactions.response_code = unknown.response_code
        and transactions.payment_method = unknown.payment_method
) as offender;
