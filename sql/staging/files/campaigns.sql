-- Campaigns from the raw files, every column as it is: the checks tell what is wrong with it.
create or replace table campaigns as
select *
from read_parquet(getvariable('data_dir') || '/raw/campaigns.parquet');
