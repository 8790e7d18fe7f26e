-- question: Does every dispute name the merchant of its sale?
-- table: disputes; columns: merchant_id; grain: dispute_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: scheme ratios are counted by merchant
select
    disputes.dispute_id,
    disputes.txn_id,
    disputes.merchant_id,
    qa_sales.merchant_id as sale_merchant_id
from disputes
inner join qa_sales on disputes.txn_id = qa_sales.txn_id
where
    disputes.merchant_id <> qa_sales.merchant_id;
