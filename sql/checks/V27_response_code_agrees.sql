-- question: Is the response code 00 exactly when approved?
-- table: transactions; columns: approved, response_code; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: ISO 8583 gives 00 to an approval and to nothing else
with broken as (
    select distinct
        response_code,
        approved
    from qa_mix
    where approved <> (response_code = '00')
)

select
    offender.txn_id,
    offender.approved,
    offender.response_code
from broken
cross join lateral (
    select
        transactions.txn_id,
        transactions.approved,
        transactions.response_code
    from transactions
    where
        transactions.response_code = broken.response_code
        and transactions.approved = broken.approved
) as offender;
