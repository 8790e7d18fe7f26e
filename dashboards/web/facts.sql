-- Temporary facts until the real ones are there.
create type facts.region_name as enum (select distinct region::varchar from read_parquet(getvariable('data_dir') || '/marts/payments_daily.parquet') order by 1);
create table facts.daily as select * from read_parquet(getvariable('data_dir') || '/marts/payments_daily.parquet') order by all;
create table facts.merchant_month as select * exclude month_number, make_date(((month_number - 1) // 12)::int, ((month_number - 1) % 12 + 1)::int, 1) as month from read_parquet(getvariable('data_dir') || '/marts/merchant_mix_month.parquet');
create table facts.merchants as select merchant_id, merchant_name, region, industry, merchant_size from analytics.merchants;
create table facts.meta as select '2026-11-27 14:00 UTC' as refreshed_at, date '2024-01-01' as start_date, date '2024-12-31' as end_date, 2000000 as rows, 50000 as merchants, 42 as seed, 'USD' as currency, 'passed' as qa_verdict;
