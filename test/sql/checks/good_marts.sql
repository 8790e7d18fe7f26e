-- The marts, the baseline and what qa_checks has to know, for good_data.sql.
create temp table mart_kpi_daily as select * from v_kpi_daily;

create temp table mart_kpi_weekly as select * from v_kpi_weekly;

create temp table mart_kpi_monthly as select * from v_kpi_monthly;

create temp table mart_industry_heatmap as select * from v_industry_heatmap;

create temp table mart_merchant_cohorts as select * from v_merchant_cohorts;

create temp table mart_top_merchants as select * from v_top_merchants;

create temp table mart_decline_drivers as select * from v_decline_drivers;

create temp table mart_payments_daily as select * from fct_payments_daily;

create table qa_baseline as select * from qa_profile;

drop table qa_profile;

drop table qa_hours;

drop table qa_mix;

drop table qa_amounts;

drop table qa_merchant_totals;

drop table qa_customer_mix;

set variable expected_rows = 30000;

set variable qa_settings = qa_settings_text();
