-- The raw layer of the contract, written from the tables just generated: reading generated files
-- back would cost more than generating them. OVERWRITE leaves no file of an earlier run behind.
copy (
    select
        *,
        strftime(ts, '%Y') as year,
        strftime(ts, '%m') as month
    from transactions
) to (getvariable('data_dir') || '/raw/transactions') (
    format parquet, parquet_version v2, partition_by (year, month), overwrite true
);

copy merchants to (getvariable('data_dir') || '/raw/merchants.parquet')
(format parquet, parquet_version v2);

copy customers to (getvariable('data_dir') || '/raw/customers.parquet')
(format parquet, parquet_version v2);

copy account_managers to (getvariable('data_dir') || '/raw/account_managers.parquet')
(format parquet, parquet_version v2);

copy campaigns to (getvariable('data_dir') || '/raw/campaigns.parquet')
(format parquet, parquet_version v2);
