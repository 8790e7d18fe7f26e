-- The mart retry_compliance: in the order of its key, built once for checks and files.
create or replace temp table mart_retry_compliance as
select * from v_retry_compliance
order by month, card_brand;
