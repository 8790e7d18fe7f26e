-- What follows once a run is committed: marts and the record of the run.
set variable step = 'publish marts';
.read sql/marts/kpi_daily.sql
.read sql/marts/kpi_weekly.sql
.read sql/marts/kpi_monthly.sql
.read sql/marts/industry_heatmap.sql
.read sql/marts/merchant_cohorts.sql
.read sql/marts/top_merchants.sql
.read sql/marts/decline_drivers.sql
.read sql/marts/payments_daily.sql
.read sql/run/step_done.sql

.read sql/run/run_summary.sql
