-- question: Does `transactions` hold anything at all?
-- table: transactions; columns: *; grain: table_name
-- dimension: completeness; severity: error
-- threshold: 0 tables: an empty table passes every other check and means nothing
select
    'transactions' as table_name,
    count(*) as row_count
from transactions
having count(*) = 0;
