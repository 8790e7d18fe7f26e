-- The mart top_merchants: in the order of its key, built once for checks and files.
create or replace temp table mart_top_merchants as
select * from v_top_merchants
order by gpv_rank;
