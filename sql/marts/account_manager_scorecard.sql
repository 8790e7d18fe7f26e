-- The mart account_manager_scorecard: in the order of its key, built once for checks and files.
create or replace temp table mart_account_manager_scorecard as
select * from v_account_manager_scorecard
order by account_manager_id, month;
