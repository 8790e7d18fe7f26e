-- The marts, the baseline and what qa_checks has to know, for good_data.sql.
create temp table mart_kpi_daily as select * from v_kpi_daily;

create temp table mart_kpi_weekly as select * from v_kpi_weekly;

create temp table mart_kpi_monthly as select * from v_kpi_monthly;

create temp table mart_industry_heatmap as select * from v_industry_heatmap;

create temp table mart_merchant_cohorts as select * from v_merchant_cohorts;

create temp table mart_top_merchants as select * from v_top_merchants;

create temp table mart_decline_drivers as select * from v_decline_drivers;

create temp table mart_payments_daily as select * from fct_payments_daily;

create temp table mart_merchant_week as select * from fct_merchant_week;

create temp table mart_acceptance_monthly as select * from v_acceptance_monthly;

create temp table mart_decline_classes as select * from v_decline_classes;

create temp table mart_decline_recovery as select * from v_decline_recovery;

create temp table mart_retry_compliance as select * from v_retry_compliance;

create temp table mart_money_monthly as select * from v_money_monthly;

create temp table mart_refund_triangle as select * from v_refund_triangle;

create temp table mart_dispute_triangle as select * from v_dispute_triangle;

create temp table mart_chargebacks_monthly as select * from v_chargebacks_monthly;

create temp table mart_dispute_reasons as select * from v_dispute_reasons;

create temp table mart_scheme_monitor as select * from v_scheme_monitor;

create temp table mart_acquirer_monitor as select * from v_acquirer_monitor;

create temp table mart_enumeration_monthly as select * from v_enumeration_monthly;

create temp table mart_ach_returns as select * from v_ach_returns;

create temp table mart_dispute_reserve as select * from v_dispute_reserve;

create temp table mart_merchant_survival as select * from v_merchant_survival;

create temp table mart_yield_bridge as select * from v_yield_bridge;

create temp table mart_activation_monthly as select * from v_activation_monthly;

create temp table mart_gpv_retention as select * from v_gpv_retention;

create temp table mart_revenue_retention as select * from v_revenue_retention;

create temp table mart_churn_monthly as select * from v_churn_monthly;

create temp table mart_concentration_monthly as select * from v_concentration_monthly;

create temp table mart_account_manager_scorecard as select * from v_account_manager_scorecard;

create temp table mart_unit_economics as select * from v_unit_economics;

create temp table mart_unit_economics_monthly as select * from v_unit_economics_monthly;

create temp table mart_growth_bridge as select * from v_growth_bridge;

create table qa_baseline as select * from qa_profile;

drop table qa_profile;

drop table qa_hours;

drop table qa_mix;

drop table qa_amounts;

drop table qa_merchant_totals;

drop table qa_customer_mix;

set variable expected_rows = 30000;

set variable qa_settings = qa_settings_text();
