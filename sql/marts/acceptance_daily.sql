-- The mart acceptance_daily: a view, since its source is a table in the order of its key.
create or replace temp view mart_acceptance_daily as
select * from fct_acceptance_daily;
