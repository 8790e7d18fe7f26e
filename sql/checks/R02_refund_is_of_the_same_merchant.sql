-- question: Does every refund name the merchant of its sale?
-- table: refunds; columns: merchant_id; grain: refund_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: another merchant would pay it back
select
    refunds.refund_id,
    refunds.txn_id,
    refunds.merchant_id,
    transactions.merchant_id as sale_merchant_id
from refunds
inner join transactions on refunds.txn_id = transactions.txn_id
where
    refunds.merchant_id <> transactions.merchant_id;
