-- What follows once a run is committed: marts and the record of the run.
set variable step = 'publish marts';
.read sql/marts/export/kpi_daily.sql
.read sql/marts/export/kpi_weekly.sql
.read sql/marts/export/kpi_monthly.sql
.read sql/marts/export/industry_heatmap.sql
.read sql/marts/export/merchant_cohorts.sql
.read sql/marts/export/top_merchants.sql
.read sql/marts/export/decline_drivers.sql
.read sql/marts/export/payments_daily.sql
.read sql/run/step_done.sql

.read sql/run/run_summary.sql
