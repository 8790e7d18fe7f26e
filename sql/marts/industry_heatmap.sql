-- The mart industry_heatmap: in the order of its key, built once for checks and files.
create or replace temp table mart_industry_heatmap as
select * from v_industry_heatmap
order by region, industry;
