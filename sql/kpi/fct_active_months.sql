-- Which merchants were active in which months?
-- Grain: merchant x month with at least one approved attempt. Source: fct_attempts.
-- A table, since both the monthly view and the cohorts need these pairs, the costliest grouping.
create or replace table fct_active_months as
select
    merchant_id,
    month_number
from fct_attempts
where approved_txns = 1
group by merchant_id, month_number;

comment on table fct_active_months is
'Activity of merchants. Grain: merchant x month with at least one approved attempt.';
comment on column fct_active_months.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_active_months.month_number is 'Year * 12 + month.';
