-- The raw layer of the contract, written from the tables that passed: reading generated files back
-- would cost more than generating them. OVERWRITE leaves no file of an earlier run behind. One
-- thread keeps the rows of a file in the order of the table; strftime would cost a third more.
set threads = 1;

copy (
    select
        *,
        year(ts) as year,
        ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'][month(ts)] as month
    from transactions
) to (getvariable('data_dir') || '/raw/transactions') (
    format parquet,
    parquet_version v2,
    partition_by (year, month),
    filename_pattern 'generated_{i}',
    overwrite true
);

reset threads;

copy merchants to (getvariable('data_dir') || '/raw/merchants.parquet')
(format parquet, parquet_version v2);

copy customers to (getvariable('data_dir') || '/raw/customers.parquet')
(format parquet, parquet_version v2);

copy account_managers to (getvariable('data_dir') || '/raw/account_managers.parquet')
(format parquet, parquet_version v2);

copy campaigns to (getvariable('data_dir') || '/raw/campaigns.parquet')
(format parquet, parquet_version v2);
