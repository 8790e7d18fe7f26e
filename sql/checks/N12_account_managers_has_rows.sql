-- question: Does `account_managers` hold anything at all?
-- table: account_managers; columns: *; grain: table_name
-- dimension: completeness; severity: error
-- threshold: 0 tables: an empty table passes every other check and means nothing
select
    'account_managers' as table_name,
    count(*) as row_count
from account_managers
having count(*) = 0;
