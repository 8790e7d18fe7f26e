-- The mart acceptance_monthly: in the order of its key, built once for checks and files.
create or replace temp table mart_acceptance_monthly as
select * from v_acceptance_monthly
order by month;
