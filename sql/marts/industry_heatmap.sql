-- Exports v_industry_heatmap as CSV and Parquet: ordered, and computed once for both.
create or replace temp table mart_industry_heatmap as
select * from v_industry_heatmap
order by region, industry;

copy mart_industry_heatmap to (getvariable('data_dir') || '/marts/industry_heatmap.csv') (format csv, header);

copy mart_industry_heatmap to (getvariable('data_dir') || '/marts/industry_heatmap.parquet') (format parquet);

drop table mart_industry_heatmap;
