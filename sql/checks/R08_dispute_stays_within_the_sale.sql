-- question: Is no dispute about more than the sale?
-- table: disputes; columns: amount; grain: dispute_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: at most what was charged can be charged back
select
    disputes.dispute_id,
    disputes.txn_id,
    disputes.amount,
    transactions.amount as sale_amount
from disputes
inner join transactions on disputes.txn_id = transactions.txn_id
where
    disputes.amount > transactions.amount;
