-- Transactions from the raw files, every column as it is: the checks tell what is wrong with it.
-- The partition columns repeat ts and are left out.
create or replace table transactions as
select columns(lambda column_name: column_name not in ('year', 'month'))
from read_parquet(
    getvariable('data_dir') || '/raw/transactions/**/*.parquet',
    hive_partitioning = true,
    union_by_name = true
);
