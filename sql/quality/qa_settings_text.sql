-- What do the rows of qa_settings and the tables in sight say, as one text?
-- A query that is made while it is bound sees values and no tables: so the text travels in a
-- variable. Fields end with U+001F, records with U+001E; src/checks/settings.rs reads it.
create or replace temp macro qa_settings_text(in_schema := null) as (
    with changes as (
        select
            check_id,
            concat_ws(
                chr(31),
                coalesce(check_id, ''),
                coalesce(cast(is_enabled as varchar), ''),
                coalesce(severity, ''),
                coalesce(cast(threshold as varchar), ''),
                coalesce(table_name, ''),
                coalesce(column_name, ''),
                coalesce(grain, ''),
                coalesce(dimension, ''),
                coalesce(question, ''),
                coalesce(sql, '')
            ) as field_text
        from qa_settings
    ),

    all_changes as (
        select
            coalesce(
                string_agg(changes.field_text || chr(30), '' order by changes.check_id), ''
            ) as record_text
        from changes
    ),

    tables_in_sight as (
        select coalesce(string_agg(chr(31) || in_sight.table_name, ''), '') as table_names
        from information_schema.tables as in_sight
        where
            in_sight.table_catalog = 'temp'
            or coalesce(in_schema, current_database() || '.' || current_schema())  -- noqa: RF03
            in (in_sight.table_schema, in_sight.table_catalog || '.' || in_sight.table_schema)
    )

    select
        all_changes.record_text || '@tables' || tables_in_sight.table_names || chr(30)
            as record_text
    from all_changes
    cross join tables_in_sight
);
