-- The mart decline_drivers: in the order of its key, built once for checks and files.
create or replace temp table mart_decline_drivers as
select * from v_decline_drivers
order by decline_reason, channel, industry;
