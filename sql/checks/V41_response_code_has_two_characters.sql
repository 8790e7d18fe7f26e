-- question: Is the response code two digits or capital letters?
-- table: transactions; columns: response_code; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: ISO 8583 field 39 has two characters
with unknown as (
    select distinct response_code
    from qa_mix
    where not regexp_full_match(cast(response_code as varchar), '[0-9A-Z]{2}')
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
    where transactions.response_code = unknown.response_code
) as offender;
