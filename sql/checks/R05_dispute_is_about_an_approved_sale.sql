-- question: Is every dispute about an approved transaction that exists?
-- table: disputes; columns: txn_id; grain: dispute_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: nobody disputes what was never charged
select
    disputes.dispute_id,
    disputes.txn_id,
    qa_sales.approved
from disputes
left join qa_sales on disputes.txn_id = qa_sales.txn_id
where
    qa_sales.txn_id is null
    or not qa_sales.approved;
