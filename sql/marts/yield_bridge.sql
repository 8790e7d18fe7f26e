-- The mart yield_bridge: in the order of its key, built once for checks and files.
create or replace temp table mart_yield_bridge as
select * from v_yield_bridge
order by month, region, industry, merchant_size, channel, payment_method;
