-- question: Does `customers` hold anything at all?
-- table: customers; columns: *; grain: table_name
-- dimension: completeness; severity: error
-- threshold: 0 tables: an empty table passes every other check and means nothing
select
    'customers' as table_name,
    count(*) as row_count
from customers
having count(*) = 0;
