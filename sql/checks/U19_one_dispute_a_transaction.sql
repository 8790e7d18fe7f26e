-- question: Is no transaction disputed twice?
-- table: disputes; columns: txn_id; grain: txn_id
-- dimension: uniqueness; severity: error
-- threshold: 0 transactions: a second opening of one case is a double count in every scheme ratio
select
    txn_id,
    count(*) as row_count
from disputes
group by txn_id
having count(*) > 1;
