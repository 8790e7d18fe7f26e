-- The mart revenue_retention: in the order of its key, built once for checks and files.
create or replace temp table mart_revenue_retention as
select * from v_revenue_retention
order by month, months_back;
