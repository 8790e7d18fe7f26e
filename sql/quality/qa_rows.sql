-- Which rows offend against the checks that look at single rows? One row per check and offender.
-- The arguments are those of qa_checks.
create or replace temp macro qa_rows(schema := null, checks := null) as table
    select
        check_id,
        severity,
        table_name,
        key_name,
        row_key,
        row_values
    from query(qa_rows_sql(schema, checks, cast(getvariable('qa_settings') as varchar)));
