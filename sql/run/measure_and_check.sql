-- What follows once the tables of the contract are loaded and not yet committed: views, marts, checks.
set variable step = 'measure';
.read sql/schema/response_codes.sql
.read sql/schema/dim_calendar.sql
.read sql/kpi/fct_attempts.sql
.read sql/kpi/fct_payments_daily.sql
.read sql/kpi/fct_active_months.sql
.read sql/kpi/v_kpi_daily.sql
.read sql/kpi/v_kpi_total.sql
.read sql/kpi/v_kpi_weekly.sql
.read sql/kpi/v_kpi_monthly.sql
.read sql/kpi/v_industry_heatmap.sql
.read sql/kpi/v_merchant_cohorts.sql
.read sql/kpi/v_top_merchants.sql
.read sql/kpi/v_decline_drivers.sql
.read sql/marts/kpi_daily.sql
.read sql/marts/kpi_weekly.sql
.read sql/marts/kpi_monthly.sql
.read sql/marts/industry_heatmap.sql
.read sql/marts/merchant_cohorts.sql
.read sql/marts/top_merchants.sql
.read sql/marts/decline_drivers.sql
.read sql/marts/payments_daily.sql
.read sql/run/step_done.sql

set variable step = 'check';
.read sql/run/quality_gate.sql
.read sql/run/step_done.sql

set variable step = 'commit';
.read sql/run/commit.sql
.read sql/run/step_done.sql
