-- The mart dispute_lags: in the order of its key; a view, since its source is a table.
create or replace temp view mart_dispute_lags as
select * from fct_dispute_lags
order by sale_month, lag_months, region, industry, merchant_size, channel, payment_method;
