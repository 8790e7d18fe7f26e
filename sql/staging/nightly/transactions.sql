-- Attempts of the days taken in: one part file a day, so that a day is appended and no file rewritten.
-- The statements that write them are written to a file, which the night reads next.
set variable new_files = (
    select list(file_name order by day) from incoming_files
    where table_name = 'transactions'
);

set variable new_select = case
    when len(getvariable('new_files')) > 0
        then 'from read_parquet(getvariable(''new_files''), union_by_name = true)'
    else
        'from gen_transactions(getvariable(''rows''), getvariable(''start_date''), getvariable(''world_end''), '
        || 'from_date := getvariable(''first_day''), until_date := getvariable(''after_night''), '
        || 'seed := getvariable(''seed''), merchants := getvariable(''merchants''), '
        || 'customers := getvariable(''customers''))'
end;

create or replace temp table new_transactions as
from query(getvariable('new_select'));

select
    error(
        'transactions of ' || cast(min(ts) as date) || ' to ' || cast(max(ts) as date)
        || ' came with the days from ' || getvariable('first_day') || ' to ' || getvariable('night')
    )
from new_transactions
having
    min(ts) < cast(getvariable('first_day') as timestamp)
    or max(ts) >= cast(getvariable('after_night') as timestamp);

copy (
    with days as (
        select cast(unnest(generate_series(
            cast(getvariable('first_day') as timestamp),
            cast(getvariable('night') as timestamp),
            interval 1 day
        )) as date) as day
    ),

    places as (
        select
            day,
            replace(getvariable('data_dir'), '''', '''''') || '/raw/transactions'
            || strftime(day, '/year=%Y') as year_folder,
            strftime(day, '/month=%m') as month_folder
        from days
    ),

    folders as (
        select
            replace(getvariable('data_dir'), '''', '''''') || '/raw/transactions' as folder,
            0 as place
        union all
        select distinct
            year_folder as folder,
            1 as place
        from places
        union all
        select distinct
            year_folder || month_folder as folder,
            2 as place
        from places
    ),

    statements as (
        select
            null as day,
            place,
            'copy (select 0 as value, 0 as part where false) to ''' || folder
            || ''' (format csv, partition_by (part), overwrite_or_ignore);' as statement
        from folders
        union all
        select
            day,
            3 as place,
            'copy (from new_transactions where ts >= timestamp ''' || day || ''' and ts < timestamp '''
            || cast(day + interval 1 day as date) || ''' order by txn_id) to ''' || year_folder || month_folder
            || '/day_' || day || '.parquet'' (format parquet, parquet_version v2);' as statement
        from places
    )

    select statement
    from statements
    order by place, statement
) to 'data/processed/take_in.sql' (
    format csv, header false, quote '', escape '', delimiter E'\x1f'
);
