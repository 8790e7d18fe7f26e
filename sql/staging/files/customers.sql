-- Customers from the raw files, every column as it is: the checks tell what is wrong with it.
create or replace table customers as
select *
from read_parquet(getvariable('data_dir') || '/raw/customers.parquet');
