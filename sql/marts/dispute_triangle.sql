-- The mart dispute_triangle: in the order of its key, built once for checks and files.
create or replace temp table mart_dispute_triangle as
select * from v_dispute_triangle
order by sale_month, lag_months;
