-- The mart acquirer_monitor: in the order of its key, built once for checks and files.
create or replace temp table mart_acquirer_monitor as
select * from v_acquirer_monitor
order by month;
