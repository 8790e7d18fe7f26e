-- question: Is the response code 00 exactly when approved?
-- table: transactions; columns: approved, response_code; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: ISO 8583 gives 00 to an approval and to nothing else
select
    txn_id,
    approved,
    response_code
from transactions
where approved <> (response_code = '00');
