-- Puts the published marts in the place of the views that they hold: in a schema that is searched
-- before the database, until sql/run/story_end.sql.
attach if not exists ':memory:' as published;

create or replace table published.main.v_kpi_total as
from analytics.v_kpi_total;

create or replace table published.main.v_kpi_monthly as
from read_parquet(getvariable('data_dir') || '/marts/kpi_monthly.parquet');

create or replace table published.main.v_industry_heatmap as
from read_parquet(getvariable('data_dir') || '/marts/industry_heatmap.parquet');

create or replace table published.main.v_decline_drivers as
from read_parquet(getvariable('data_dir') || '/marts/decline_drivers.parquet');

create or replace table published.main.v_acceptance_monthly as
from read_parquet(getvariable('data_dir') || '/marts/acceptance_monthly.parquet');

create or replace table published.main.v_decline_classes as
from read_parquet(getvariable('data_dir') || '/marts/decline_classes.parquet');

create or replace table published.main.v_decline_recovery as
from read_parquet(getvariable('data_dir') || '/marts/decline_recovery.parquet');

create or replace table published.main.v_retry_compliance as
from read_parquet(getvariable('data_dir') || '/marts/retry_compliance.parquet');

create or replace table published.main.v_money_monthly as
from read_parquet(getvariable('data_dir') || '/marts/money_monthly.parquet');

create or replace table published.main.v_chargebacks_monthly as
from read_parquet(getvariable('data_dir') || '/marts/chargebacks_monthly.parquet');

create or replace table published.main.v_dispute_reasons as
from read_parquet(getvariable('data_dir') || '/marts/dispute_reasons.parquet');

create or replace table published.main.v_scheme_monitor as
from read_parquet(getvariable('data_dir') || '/marts/scheme_monitor.parquet');

create or replace table published.main.v_activation_monthly as
from read_parquet(getvariable('data_dir') || '/marts/activation_monthly.parquet');

create or replace table published.main.v_revenue_retention as
from read_parquet(getvariable('data_dir') || '/marts/revenue_retention.parquet');

create or replace table published.main.v_churn_monthly as
from read_parquet(getvariable('data_dir') || '/marts/churn_monthly.parquet');

create or replace table published.main.v_concentration_monthly as
from read_parquet(getvariable('data_dir') || '/marts/concentration_monthly.parquet');

create or replace table published.main.v_account_manager_scorecard as
from read_parquet(getvariable('data_dir') || '/marts/account_manager_scorecard.parquet');

create or replace table published.main.v_unit_economics as
from read_parquet(getvariable('data_dir') || '/marts/unit_economics.parquet');

create or replace table published.main.v_growth_bridge as
from read_parquet(getvariable('data_dir') || '/marts/growth_bridge.parquet');

set search_path = 'published.main,analytics.main';
