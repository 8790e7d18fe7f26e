-- The mart refund_triangle: in the order of its key, built once for checks and files.
create or replace temp table mart_refund_triangle as
select * from v_refund_triangle
order by sale_month, lag_months;
