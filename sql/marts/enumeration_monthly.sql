-- The mart enumeration_monthly: in the order of its key, built once for checks and files.
create or replace temp table mart_enumeration_monthly as
select * from v_enumeration_monthly
order by merchant_id, month;
