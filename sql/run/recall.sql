-- Brings the settings of the checks and the baseline over from the database, where one is there.
set variable recall_settings = (
    select coalesce(max('from analytics.main.qa_settings'), 'from qa_settings limit 0')
    from duckdb_tables()
    where database_name = 'analytics' and table_name = 'qa_settings'
);

set variable recall_baseline = (
    select coalesce(max('from analytics.main.qa_baseline'), 'from qa_baseline limit 0')
    from duckdb_tables()
    where database_name = 'analytics' and table_name = 'qa_baseline'
);

insert into qa_settings by name from query(getvariable('recall_settings'));

insert into qa_baseline by name from query(getvariable('recall_baseline'));
