-- The mart growth_bridge: in the order of its key, built once for checks and files.
create or replace temp table mart_growth_bridge as
select * from v_growth_bridge
order by month, region, industry, merchant_size, driver;
