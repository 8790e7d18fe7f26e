-- The mart acceptance_daily: in the order of its key; a view, since its source is a table.
create or replace temp view mart_acceptance_daily as
select * from fct_acceptance_daily
order by day, region, industry, merchant_size, channel, payment_method;
