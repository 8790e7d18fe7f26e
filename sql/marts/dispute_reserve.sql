-- The mart dispute_reserve: in the order of its key, built once for checks and files.
create or replace temp table mart_dispute_reserve as
select * from v_dispute_reserve
order by sale_month;
