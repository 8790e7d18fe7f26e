-- question: Does no approved attempt carry a decline reason?
-- table: transactions; columns: approved, decline_reason; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: the contract says NULL exactly when approved
select
    txn_id,
    approved,
    decline_reason
from transactions
where
    approved
    and decline_reason is not null;
