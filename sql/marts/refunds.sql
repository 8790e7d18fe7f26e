-- The mart refunds: in the order of its key; a view, since its source is a table.
create or replace temp view mart_refunds as
select * from fct_refunds
order by refund_id;
