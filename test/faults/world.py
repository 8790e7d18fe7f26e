"""A small good world in memory: generated tables, marts, and everything that the checks read; faults are rolled back.

The world has no incidents: finding those is what the checks are for.
"""

import os
import pathlib

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXTENSION = ROOT / os.environ.get("PAYMENTS_EXTENSION", "build/payments.duckdb_extension")
FACTS = [
    "fct_attempts",
    "fct_payments_daily",
    "fct_declines_daily",
    "fct_retried_attempts",
    "fct_acceptance_daily",
    "fct_merchant_mix_month",
    "fct_enumerated_days",
    "fct_refunds",
    "fct_disputes",
    "fct_dispute_lags",
    "fct_brand_month",
    "fct_merchant_month",
    "fct_merchant_week",
    "fct_merchant_churn",
    "fct_merchant_cohort",
    "fct_revenue_retention",
]
VIEWS = [
    "v_kpi_daily",
    "v_kpi_weekly",
    "v_kpi_monthly",
    "v_industry_heatmap",
    "v_merchant_cohorts",
    "v_top_merchants",
    "v_decline_drivers",
    "v_acceptance_monthly",
    "v_decline_classes",
    "v_decline_recovery",
    "v_retry_compliance",
    "v_churn_monthly",
    "v_money_monthly",
    "v_refund_triangle",
    "v_dispute_triangle",
    "v_dispute_reserve",
    "v_chargebacks_monthly",
    "v_dispute_reasons",
    "v_scheme_monitor",
    "v_acquirer_monitor",
    "v_enumeration_monthly",
    "v_ach_returns",
    "v_activation_monthly",
    "v_gpv_retention",
    "v_revenue_retention",
    "v_merchant_survival",
    "v_concentration_monthly",
    "v_account_manager_scorecard",
    "v_unit_economics",
    "v_unit_economics_monthly",
    "v_growth_bridge",
    "v_yield_bridge",
]
SCHEMA = [
    "dim_calendar",
    "response_codes",
    "dim_days",
    "scheme_markets",
    "scheme_rules",
    "cost_assumptions",
    "fee_list",
    "discount_factors",
]
SHARED = ["qa_hours", "qa_mix", "qa_amounts", "qa_merchant_totals", "qa_customer_mix", "qa_profile"]


class World:
    """One world; `rows` may change while merchants, customers and window stay, as from one run to the next."""

    def __init__(self, seed=42, merchants=2_000, customers=40_000, start="2024-01-01", end="2024-03-31", incidents=0):
        self.seed, self.merchants, self.customers, self.start, self.end = seed, merchants, customers, start, end
        # The bursts of planted incidents are there to be found: a world without them has nothing to tell.
        self.incidents = incidents
        self.connection = duckdb.connect(config={"allow_unsigned_extensions": "true"})
        self.run(f"load '{EXTENSION}'")
        self.run(f"set variable start_date = date '{start}'")
        self.run(f"set variable end_date = date '{end}'")
        self.run_files(*(f"sql/schema/{name}.sql" for name in SCHEMA))
        for name in ["qa_settings", "qa_settings_text", "qa_checks", "qa_rows", "qa_baseline"]:
            self.run_files(f"sql/quality/{name}.sql")

    def run(self, sql):
        return self.connection.execute(sql)

    def run_files(self, *paths):
        for path in paths:
            self.run((ROOT / path).read_text())

    def generate(self, rows):
        size = f"seed := {self.seed}, merchants := {self.merchants}, customers := {self.customers}, "
        size += f"incidents := {self.incidents}"
        window = f"start_date := '{self.start}', end_date := '{self.end}'"
        for table in ["transactions", "refunds", "disputes"]:
            self.run(
                f"create or replace table {table} as from gen_{table}({rows}, '{self.start}', '{self.end}', {size})"
            )
        # Faults name the first refunds and disputes: 1, 2, 3.
        for table, key in [("refunds", "refund_id"), ("disputes", "dispute_id")]:
            self.run(f"create or replace table {table} as select * replace (row_number() over (order by {key}) as {key}) from {table}")
        for table in ["merchants", "customers", "account_managers", "campaigns"]:
            self.run(f"create or replace table {table} as from gen_{table}({size}, {window})")
        self.run(f"set variable expected_rows = {rows}")
        self.build_marts()

    def build_marts(self):
        self.run_files(*(f"sql/kpi/{name}.sql" for name in FACTS + VIEWS))
        for view in VIEWS:
            self.run(f"create or replace temp table mart_{view.removeprefix('v_')} as from {view}")
        for fact in ["payments_daily", "merchant_week"]:
            self.run(f"create or replace temp table mart_{fact} as from fct_{fact}")

    def become_baseline(self):
        """Makes the present rows the baseline: the run before."""
        self.run_files(*(f"sql/quality/{name}.sql" for name in SHARED), "sql/quality/next_baseline.sql")
        for name in SHARED:
            self.run(f"drop table {name}")

    def alarms(self, checks=None):
        """The checks that fired, as (check_id, severity); a broken contract stops the others, as in the pipeline."""
        self.run("set variable qa_settings = qa_settings_text()")
        broken = self.fired("contract")
        return broken or self.fired(checks)

    def fired(self, checks):
        words = "null" if checks is None else f"'{checks}'"
        rows = self.run(
            f"select check_id, severity from qa_checks(checks := {words}) where status in ('fail', 'error')"
        )
        return rows.fetchall()
