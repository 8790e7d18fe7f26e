-- question: Are the rows of every raw table those that were loaded and those that were set aside?
-- table: qa_quarantine; columns: quarantined_rows; grain: table_name
-- dimension: consistency; severity: error
-- threshold: 0 rows: no row gets lost between the files and the tables
with raw_tables as (
    select
        case
            when file_path like 'raw/transactions/%' then 'transactions'
            else regexp_extract(file_path, 'raw/([a-z_]+)', 1)
        end as table_name,
        sum(row_count) as row_count
    from raw_contents
    group by 1
),

loaded as (
    select
        'transactions' as table_name,
        count(*) as row_count
    from transactions
    union all
    select
        'merchants' as table_name,
        count(*) as row_count
    from merchants
    union all
    select
        'customers' as table_name,
        count(*) as row_count
    from customers
    union all
    select
        'account_managers' as table_name,
        count(*) as row_count
    from account_managers
    union all
    select
        'campaigns' as table_name,
        count(*) as row_count
    from campaigns
    union all
    select
        'refunds' as table_name,
        count(*) as row_count
    from refunds
    union all
    select
        'disputes' as table_name,
        count(*) as row_count
    from disputes
)

select
    raw_tables.table_name,
    raw_tables.row_count as raw_rows,
    loaded.row_count as loaded_rows,
    qa_quarantine.quarantined_rows,
    abs(raw_tables.row_count - loaded.row_count - qa_quarantine.quarantined_rows) as observed
from raw_tables
inner join loaded on raw_tables.table_name = loaded.table_name
inner join qa_quarantine on raw_tables.table_name = qa_quarantine.table_name;
