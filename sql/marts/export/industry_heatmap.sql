-- Exports the mart industry_heatmap as CSV and Parquet.
copy mart_industry_heatmap to (getvariable('data_dir') || '/marts/industry_heatmap.csv') (format csv, header);

copy mart_industry_heatmap to (getvariable('data_dir') || '/marts/industry_heatmap.parquet') (format parquet);
