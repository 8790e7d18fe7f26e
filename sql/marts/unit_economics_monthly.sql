-- The mart unit_economics_monthly: in the order of its key, built once for checks and files.
create or replace temp table mart_unit_economics_monthly as
select * from v_unit_economics_monthly
order by segment_kind, segment, signup_month;
