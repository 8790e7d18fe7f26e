-- The mart merchant_churn: in the order of its key; a view, since its source is a table.
create or replace temp view mart_merchant_churn as
select * from fct_merchant_churn
order by merchant_id, churned_on;
