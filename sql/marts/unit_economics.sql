-- The mart unit_economics: in the order of its key, built once for checks and files.
create or replace temp table mart_unit_economics as
select * from v_unit_economics
order by segment_kind, segment;
