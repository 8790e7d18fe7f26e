-- question: Is every dispute opened after its sale?
-- table: disputes; columns: opened_at; grain: dispute_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: a cardholder sees the charge first
select
    disputes.dispute_id,
    disputes.txn_id,
    disputes.opened_at,
    qa_sales.ts as sale_ts
from disputes
inner join qa_sales on disputes.txn_id = qa_sales.txn_id
where
    disputes.opened_at <= qa_sales.ts;
