-- question: Is no scheme fee below zero?
-- table: transactions; columns: scheme_fee; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: the scheme pays nobody
select
    txn_id,
    scheme_fee
from transactions
where scheme_fee < 0;
