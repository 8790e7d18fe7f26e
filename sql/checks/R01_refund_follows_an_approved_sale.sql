-- question: Does every refund pay back an approved transaction that exists?
-- table: refunds; columns: txn_id; grain: refund_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: nothing was taken, so nothing can be given back
select
    refunds.refund_id,
    refunds.txn_id,
    transactions.approved
from refunds
left join transactions on refunds.txn_id = transactions.txn_id
where
    transactions.txn_id is null
    or not transactions.approved;
