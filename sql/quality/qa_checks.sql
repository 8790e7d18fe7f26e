-- Which checks do the tables of a schema pass? One verdict per check; see qa_rules() for the list.
-- schema is a schema or db.schema, checks a list such as 'V01, uniqueness, merchants'; NULL is all.
create or replace temp macro qa_checks(schema := null, checks := null) as table
    select
        check_id,
        table_name,
        column_name,
        dimension,
        severity,
        status,
        observed,
        threshold,
        failing_rows,
        total_rows,
        sample,
        question,
        sql
    from query(qa_sql(schema, checks, cast(getvariable('qa_settings') as varchar)));
