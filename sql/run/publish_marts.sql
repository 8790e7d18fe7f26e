-- What follows once the database is written: marts and the record of the run.
set variable step = 'publish marts';
.read sql/marts/export/kpi_daily.sql
.read sql/marts/export/kpi_weekly.sql
.read sql/marts/export/kpi_monthly.sql
.read sql/marts/export/industry_heatmap.sql
.read sql/marts/export/merchant_cohorts.sql
.read sql/marts/export/top_merchants.sql
.read sql/marts/export/decline_drivers.sql
.read sql/marts/export/payments_daily.sql
.read sql/marts/export/acceptance_monthly.sql
.read sql/marts/export/decline_classes.sql
.read sql/marts/export/decline_recovery.sql
.read sql/marts/export/retry_compliance.sql
.read sql/marts/export/money_monthly.sql
.read sql/marts/export/refund_triangle.sql
.read sql/marts/export/dispute_triangle.sql
.read sql/marts/export/dispute_reserve.sql
.read sql/marts/export/chargebacks_monthly.sql
.read sql/marts/export/dispute_reasons.sql
.read sql/marts/export/scheme_monitor.sql
.read sql/marts/export/acquirer_monitor.sql
.read sql/marts/export/enumeration_monthly.sql
.read sql/marts/export/ach_returns.sql
.read sql/marts/export/activation_monthly.sql
.read sql/marts/export/gpv_retention.sql
.read sql/marts/export/revenue_retention.sql
.read sql/marts/export/churn_monthly.sql
.read sql/marts/export/merchant_survival.sql
.read sql/marts/export/concentration_monthly.sql
.read sql/marts/export/account_manager_scorecard.sql
.read sql/marts/export/unit_economics.sql
.read sql/marts/export/unit_economics_monthly.sql
.read sql/marts/export/growth_bridge.sql
.read sql/marts/export/yield_bridge.sql
.read sql/marts/export/metrics.sql
.read sql/marts/export/acceptance_daily.sql
.read sql/marts/export/declines_daily.sql
.read sql/marts/export/merchant_mix_month.sql
.read sql/marts/export/merchant_week.sql
.read sql/marts/export/cohort_months.sql
.read sql/marts/export/merchant_churn.sql
.read sql/marts/export/refunds.sql
.read sql/marts/export/disputes.sql
.read sql/marts/export/dispute_lags.sql
.read sql/run/step_done.sql

use analytics;

detach staging;

set variable step = 'tell the story';
.read sql/run/executive_summary.sql
.read sql/run/step_done.sql

.read sql/run/run_summary.sql
