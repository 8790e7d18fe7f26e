-- The raw layer of the contract, written from the tables that passed: reading generated files back
-- would cost more than generating them. The folder of transactions is emptied, and the statements
-- that fill it are written to a file, which the pipeline reads next: one COPY for each month, since a
-- partitioned COPY keeps no order.
copy merchants to (getvariable('data_dir') || '/raw/merchants.parquet')
(format parquet, parquet_version v2);

copy customers to (getvariable('data_dir') || '/raw/customers.parquet')
(format parquet, parquet_version v2);

copy account_managers to (getvariable('data_dir') || '/raw/account_managers.parquet')
(format parquet, parquet_version v2);

copy campaigns to (getvariable('data_dir') || '/raw/campaigns.parquet')
(format parquet, parquet_version v2);

copy refunds to (getvariable('data_dir') || '/raw/refunds.parquet')
(format parquet, parquet_version v2);

copy disputes to (getvariable('data_dir') || '/raw/disputes.parquet')
(format parquet, parquet_version v2);

copy (select 0 as value, 0 as part where false) to (getvariable('data_dir') || '/raw/transactions')
(format csv, partition_by (part), overwrite true);

copy (
    with months as (
        select distinct
            month,
            replace(getvariable('data_dir'), '''', '''''') || '/raw/transactions'
            || strftime(month, '/year=%Y') as year_folder,
            strftime(month, '/month=%m') as month_folder
        from dim_calendar
    ),

    folders as (
        select
            month,
            1 as place,
            year_folder as folder
        from months
        union all
        select
            month,
            2 as place,
            year_folder || month_folder as folder
        from months
    ),

    statements as (
        select
            month,
            place,
            'copy (select 0 as value, 0 as part where false) to ''' || folder
            || ''' (format csv, partition_by (part), overwrite_or_ignore);' as statement
        from folders
        union all
        select
            month,
            3 as place,
            'copy (from transactions where ts >= timestamp ''' || month || ''' and ts < timestamp '''
            || cast(month + interval 1 month as date) || ''' order by txn_id) to ''' || year_folder || month_folder
            || '/generated_0.parquet'' (format parquet, parquet_version v2);' as statement
        from months
    )

    select statement
    from statements
    order by month, place
) to 'data/processed/write_transactions.sql' (
    format csv, header false, quote '', escape '', delimiter E'\x1f'
);
