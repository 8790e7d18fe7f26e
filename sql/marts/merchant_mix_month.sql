-- The mart merchant_mix_month: in the order of its key; a view, since its source is a table.
create or replace temp view mart_merchant_mix_month as
select * from fct_merchant_mix_month
order by merchant_id, month_number, channel, payment_method;
