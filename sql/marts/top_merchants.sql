-- Exports v_top_merchants as CSV and Parquet: ordered, and computed once for both.
create or replace temp table mart_top_merchants as
select * from v_top_merchants
order by gpv_rank;

copy mart_top_merchants to (getvariable('data_dir') || '/marts/top_merchants.csv') (format csv, header);

copy mart_top_merchants to (getvariable('data_dir') || '/marts/top_merchants.parquet') (format parquet);

drop table mart_top_merchants;
