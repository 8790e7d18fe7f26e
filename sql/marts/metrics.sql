-- The mart metrics: what each measure means, for tools that read the marts; a view of a table.
create or replace temp view mart_metrics as
select * from dim_metric
order by metric;
