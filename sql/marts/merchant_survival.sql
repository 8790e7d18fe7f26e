-- The mart merchant_survival: in the order of its key, built once for checks and files.
create or replace temp table mart_merchant_survival as
select * from v_merchant_survival
order by month_index, merchant_size, region, industry, sales_channel;
