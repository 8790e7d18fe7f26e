-- Which merchants were active in which months?
-- Grain: merchant x month with at least one approved attempt. Source: fct_merchant_mix_month.
-- A table, since both the monthly view and the cohorts need these pairs.
create or replace table fct_active_months as
select
    merchant_id,
    month_number
from fct_merchant_mix_month
where approved_txns > 0
group by merchant_id, month_number;

comment on table fct_active_months is
'Activity of merchants. Grain: merchant x month with at least one approved attempt.';
comment on column fct_active_months.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_active_months.month_number is 'Year * 12 + month.';
