-- question: Does `merchants` hold anything at all?
-- table: merchants; columns: *; grain: table_name
-- dimension: completeness; severity: error
-- threshold: 0 tables: an empty table passes every other check and means nothing
select
    'merchants' as table_name,
    count(*) as row_count
from merchants
having count(*) = 0;
