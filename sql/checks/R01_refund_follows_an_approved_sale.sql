-- question: Does every refund pay back an approved transaction that exists?
-- table: refunds; columns: txn_id; grain: refund_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: nothing was taken, so nothing can be given back
select
    refunds.refund_id,
    refunds.txn_id,
    qa_sales.approved
from refunds
left join qa_sales on refunds.txn_id = qa_sales.txn_id
where
    qa_sales.txn_id is null
    or not qa_sales.approved;
