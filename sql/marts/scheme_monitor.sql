-- The mart scheme_monitor: in the order of its key, built once for checks and files.
create or replace temp table mart_scheme_monitor as
select * from v_scheme_monitor
order by programme, merchant_id, month;
