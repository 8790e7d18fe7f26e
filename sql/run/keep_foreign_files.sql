-- Stops before raw files are overwritten that no generated run has written: somebody's own data.
-- Generated files are named so.
set variable foreign_files = (
    select list(file order by file)
    from glob(getvariable('data_dir') || '/raw/transactions/**/*')
    where not regexp_matches(file, '/generated_\d+\.parquet$')
);

select
    error(
        getvariable('data_dir') || '/raw/transactions holds ' || len(getvariable('foreign_files'))
        || ' file(s) that were not generated, such as ' || getvariable('foreign_files')[1]
        || '. A generated run would replace them: move them or set another data_dir; '
        || 'sql/pipeline_files.sql analyses them.'
    )
where len(getvariable('foreign_files')) > 0;
