-- Merchants from the raw file, as they are: the checks tell what is wrong.
create or replace table merchants as
from read_parquet(getvariable('data_dir') || '/raw/merchants.parquet');
