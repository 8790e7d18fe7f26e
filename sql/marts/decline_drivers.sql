-- Exports v_decline_drivers as CSV and Parquet: ordered, and computed once for both.
create or replace temp table mart_decline_drivers as
select * from v_decline_drivers
order by decline_reason, channel, industry;

copy mart_decline_drivers to (getvariable('data_dir') || '/marts/decline_drivers.csv') (format csv, header);

copy mart_decline_drivers to (getvariable('data_dir') || '/marts/decline_drivers.parquet') (format parquet);

drop table mart_decline_drivers;
