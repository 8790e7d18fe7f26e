-- question: Is no interchange fee below zero?
-- table: transactions; columns: interchange_fee; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: interchange flows from the acquirer to the issuer
select
    txn_id,
    interchange_fee
from transactions
where interchange_fee < 0;
