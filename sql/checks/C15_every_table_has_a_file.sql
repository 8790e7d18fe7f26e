-- question: Is there a raw file of every table that the contract requires?
-- table: raw_files; columns: file_path; grain: table_name
-- dimension: contract; severity: error
-- threshold: 0 tables: without one of them no payment can be explained
with required (table_name) as (
    values
    ('account_managers'),
    ('campaigns'),
    ('merchants'),
    ('customers'),
    ('transactions')
)

select required.table_name
from required
left join raw_files on required.table_name = raw_files.table_name
where raw_files.table_name is null;
