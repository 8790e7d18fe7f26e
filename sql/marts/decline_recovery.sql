-- The mart decline_recovery: in the order of its key, built once for checks and files.
create or replace temp table mart_decline_recovery as
select * from v_decline_recovery
order by response_code, attempt_no;
