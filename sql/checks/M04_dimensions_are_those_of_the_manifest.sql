-- question: Have the other loaded tables as many rows as the manifest tells?
-- table: merchants; columns: *; grain: table_name
-- dimension: volume; severity: error
-- threshold: 0 rows: a dimension that shrinks makes orphans, one that grows makes doubles
with loaded as (
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
),

written as (
    select
        table_name,
        sum(row_count) as row_count
    from qa_manifest
    group by table_name
)

select
    loaded.table_name,
    abs(loaded.row_count - written.row_count) as observed,
    loaded.row_count as loaded_rows,
    written.row_count as written_rows
from loaded
inner join written on loaded.table_name = written.table_name;
