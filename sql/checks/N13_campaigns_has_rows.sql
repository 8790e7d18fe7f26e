-- question: Does `campaigns` hold anything at all?
-- table: campaigns; columns: *; grain: table_name
-- dimension: completeness; severity: error
-- threshold: 0 tables: an empty table passes every other check and means nothing
select
    'campaigns' as table_name,
    count(*) as row_count
from campaigns
having count(*) = 0;
