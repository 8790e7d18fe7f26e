-- Account managers from the raw file, as they are: the checks tell what is wrong.
create or replace table account_managers as
from read_parquet(getvariable('data_dir') || '/raw/account_managers.parquet');
