-- question: Do the transaction ids run from 1 without a gap?
-- table: transactions; columns: txn_id; grain: table_name
-- dimension: completeness; severity: error
-- threshold: 0 ids: keys are dense from 1, so a gap is a lost shard or file
select
    'transactions' as table_name,
    min(txn_id) as lowest_id,
    max(txn_id) as highest_id,
    max(txn_id) - count(*) as observed
from transactions
having count(*) > 0;
