-- question: Does every refund name the merchant of its sale?
-- table: refunds; columns: merchant_id; grain: refund_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: another merchant would pay it back
select
    refunds.refund_id,
    refunds.txn_id,
    refunds.merchant_id,
    qa_sales.merchant_id as sale_merchant_id
from refunds
inner join qa_sales on refunds.txn_id = qa_sales.txn_id
where
    refunds.merchant_id <> qa_sales.merchant_id;
