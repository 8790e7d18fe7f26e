-- question: Is every dispute about an approved transaction that exists?
-- table: disputes; columns: txn_id; grain: dispute_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: nobody disputes what was never charged
select
    disputes.dispute_id,
    disputes.txn_id,
    transactions.approved
from disputes
left join transactions on disputes.txn_id = transactions.txn_id
where
    transactions.txn_id is null
    or not transactions.approved;
