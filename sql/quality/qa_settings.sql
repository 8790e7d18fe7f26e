-- What is changed in the catalogue of checks, and which checks are added to it?
-- Grain: check. A NULL leaves the catalogue's value; a check_id that qa_rules() does not list needs
-- sql: a select of what is wrong, or with a column `observed` that is held against the threshold.
-- After a change: set variable qa_settings = qa_settings_text();
create table if not exists qa_settings (
    check_id varchar,
    is_enabled boolean,
    severity varchar,
    threshold double,
    table_name varchar,
    column_name varchar,
    grain varchar,
    dimension varchar,
    question varchar,
    sql varchar
);

comment on table qa_settings is 'Changes to the catalogue of quality checks. Grain: check.';
comment on column qa_settings.check_id is 'A check of qa_rules(), or a new id for an own check.';
comment on column qa_settings.is_enabled is 'false leaves the check out; NULL and true run it.';
comment on column qa_settings.severity is 'error stops a run, warn is reported.';
comment on column qa_settings.threshold is 'The check passes while observed is at most this.';
comment on column qa_settings.table_name is 'Table that is at fault when the check fails.';
comment on column qa_settings.column_name is 'Columns that the check looks at.';
comment on column qa_settings.grain is
'Key of a returned row; quarantine needs the key of the table.';
comment on column qa_settings.dimension is 'One of the dimensions that qa_rules() shows.';
comment on column qa_settings.question is 'The question that the check answers.';
comment on column qa_settings.sql is 'The select; tables are named without a schema.';
