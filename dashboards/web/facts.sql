.read dashboards/web/facts/types.sql
.read dashboards/web/facts/meta.sql
.read dashboards/web/facts/daily.sql
.read dashboards/web/facts/acceptance_daily.sql
.read dashboards/web/facts/merchants.sql
.read dashboards/web/facts/merchant_month.sql
