-- Writes the statements that drop from the database what this run has built anew. What it has not
-- built, such as a table of yours, stays.
copy (
    with built as (
        select table_name as object_name
        from information_schema.tables
        where table_catalog = 'staging'
        union all
        select function_name
        from duckdb_functions()
        where database_name = 'staging' and not internal
    ),

    published as (
        select
            table_name as object_name,
            'table' as object_kind
        from duckdb_tables()
        where database_name = 'analytics'
        union all
        select
            view_name,
            'view' as object_kind
        from duckdb_views()
        where database_name = 'analytics' and not internal
        union all
        select
            function_name,
            replace(replace(function_type, 'table_macro', 'macro table'), '_', ' ') as object_kind
        from duckdb_functions()
        where database_name = 'analytics' and not internal
    )

    select
        'drop ' || published.object_kind || ' analytics.main.' || published.object_name || ';'
            as drop_statement
    from published
    inner join built on published.object_name = built.object_name
    order by drop_statement
) to 'data/processed/drop_published.sql' (
    format csv, header false, quote '', escape '', delimiter E'\x1f'
);
