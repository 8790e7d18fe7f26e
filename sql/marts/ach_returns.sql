-- The mart ach_returns: in the order of its key, built once for checks and files.
create or replace temp table mart_ach_returns as
select * from v_ach_returns
order by month, return_group;
