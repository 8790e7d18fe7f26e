-- The mart chargebacks_monthly: in the order of its key, built once for checks and files.
create or replace temp table mart_chargebacks_monthly as
select * from v_chargebacks_monthly
order by month, card_brand;
