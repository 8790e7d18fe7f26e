-- question: Does every refund come after its sale?
-- table: refunds; columns: ts; grain: refund_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: money cannot return before it left
select
    refunds.refund_id,
    refunds.txn_id,
    refunds.ts,
    qa_sales.ts as sale_ts
from refunds
inner join qa_sales on refunds.txn_id = qa_sales.txn_id
where
    refunds.ts <= qa_sales.ts;
