-- The mart decline_classes: in the order of its key, built once for checks and files.
create or replace temp table mart_decline_classes as
select * from v_decline_classes
order by month, decline_class;
