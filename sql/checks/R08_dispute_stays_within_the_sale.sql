-- question: Is no dispute about more than the sale?
-- table: disputes; columns: amount; grain: dispute_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: at most what was charged can be charged back
select
    disputes.dispute_id,
    disputes.txn_id,
    disputes.amount,
    qa_sales.amount as sale_amount
from disputes
inner join qa_sales on disputes.txn_id = qa_sales.txn_id
where
    disputes.amount > qa_sales.amount;
