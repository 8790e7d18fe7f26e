-- The mart disputes: in the order of its key; a view, since its source is a table.
create or replace temp view mart_disputes as
select * from fct_disputes
order by dispute_id;
