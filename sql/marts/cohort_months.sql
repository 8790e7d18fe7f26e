-- The mart cohort_months: in the order of its key; a view, since nothing but its file reads it.
create or replace temp view mart_cohort_months as
select * from fct_merchant_cohort
order by signup_month, month_index, merchant_size, region, industry, sales_channel;
