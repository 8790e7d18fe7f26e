-- The mart dispute_reasons: in the order of its key, built once for checks and files.
create or replace temp table mart_dispute_reasons as
select * from v_dispute_reasons
order by reason;
