"""Identities: months are their days, segments their total, and a filtered cube is the raw rows filtered alike."""

import unittest

import datasets
import engines

SALES = """
    select
        t.*, coalesce(t.approved, false) as ok, cast(t.ts as date) as sale_day, m.region, m.industry, m.merchant_size
    from transactions as t inner join merchants as m using (merchant_id)
"""
ATTEMPTS = f"select *, sale_day as day from ({SALES})"
MONTHS = f"select *, year(ts) * 12 + month(ts) as month_number from ({SALES})"
SALE = "s.region, s.industry, s.merchant_size, s.channel, s.payment_method"
REFUNDS = f"""
    select e.*, cast(e.ts as date) as day, {SALE} from refunds as e inner join ({SALES}) as s using (txn_id)
"""
DISPUTES = REFUNDS.replace("from refunds", "from disputes").replace("e.ts", "e.opened_at")
# Disputes beside the sales that they are held against, both by month of sale.
LAGS = f"""
    select cast(date_trunc('month', s.ts) as date) as sale_month, true as is_dispute, e.is_fraud, e.amount, {SALE} from disputes as e inner join ({SALES}) as s using (txn_id)
    union all by name
    select cast(date_trunc('month', s.ts) as date) as sale_month, false as is_dispute, false as is_fraud, 0 as amount, {SALE} from ({SALES}) as s where s.ok
"""
# Each cube, the same measures from raw rows, and the rows.
CUBES = {
    "fct_payments_daily": (
        "sum(gpv), sum(txns), sum(approved_txns), sum(total_fees), sum(net_revenue)",
        "sum(case when ok then amount else 0 end), count(*), count(*) filter (ok), sum(case when ok then fee else 0 end), "
        "sum(case when ok then fee - interchange_fee - scheme_fee else 0 end)",
        ATTEMPTS,
    ),
    "fct_acceptance_daily": (
        "sum(txns), sum(attempted_amount), sum(approved_txns), sum(payments), sum(payments_amount), "
        "sum(first_approved_payments)",
        "count(*), sum(amount), count(*) filter (ok), count(*) filter (attempt_no = 1), "
        "sum(case when attempt_no = 1 then amount else 0 end), count(*) filter (attempt_no = 1 and ok)",
        ATTEMPTS,
    ),
    "fct_declines_daily": (
        "sum(declined_txns), sum(declined_amount)",
        "count(*) filter (not ok), sum(case when ok then 0 else amount end)",
        ATTEMPTS,
    ),
    "fct_refunds": ("count(*), sum(amount)", "count(*), sum(amount)", REFUNDS),
    "fct_disputes": (
        "count(*), sum(amount), sum(fraud_disputes)",
        "count(*), sum(amount), count(*) filter (is_fraud)",
        DISPUTES,
    ),
    "fct_dispute_lags": (
        "sum(disputes), sum(disputed_amount), sum(fraud_disputes), sum(sale_txns)",
        "count(*) filter (is_dispute), sum(case when is_dispute then amount else 0 end), "
        "count(*) filter (is_fraud), count(*) filter (not is_dispute)",
        LAGS,
    ),
    "fct_merchant_mix_month inner join merchants using (merchant_id)": (
        "sum(gpv), sum(txns), sum(approved_txns)",
        "sum(case when ok then amount else 0 end), count(*), count(*) filter (ok)",
        MONTHS,
    ),
}
FILTERS = {
    "day": "day between date '2025-12-10' and date '2026-02-03'",
    "region": "region in ('EMEA', 'LATAM')",
    "industry": "industry = 'Retail'",
    "merchant_size": "merchant_size = 'small'",
    "channel": "channel = 'ecom'",
    "payment_method": "payment_method <> 'wallet'",
}
# Marts that know months: a filter of days takes the months that it holds whole.
MONTH_FILTERS = {
    MONTHS: "month_number between 2025 * 12 + 12 and 2026 * 12 + 1",
    LAGS: "sale_month between date '2025-12-01' and date '2026-01-01'",
}
# Queries that must give no row.
IDENTITIES = {
    "months are their days": """
        select month, gpv, txns, approved_txns, total_fees, net_revenue from v_kpi_monthly
        except
        select month, sum(gpv), sum(txns), sum(approved_txns), sum(total_fees), sum(net_revenue)
        from v_kpi_daily inner join dim_calendar using (day) group by month
    """,
    "segments are the total": """
        select sum(gpv), sum(txns), sum(approved_txns) from v_industry_heatmap
        except select gpv, txns, approved_txns from v_kpi_total
    """,
    "merchants are the total": """
        select sum(gpv), sum(txns), sum(net_revenue) from v_top_merchants
        except select gpv, txns, net_revenue from v_kpi_total
    """,
    "money is volume": """
        select month, gpv, txns, total_fees, net_revenue from v_money_monthly
        except select month, gpv, txns, total_fees, net_revenue from v_kpi_monthly
    """,
    "acceptance is volume": """
        select month, gpv, txns, approved_txns from v_acceptance_monthly
        except select month, gpv, txns, approved_txns from v_kpi_monthly
    """,
    "classes are the declines": """
        select month, sum(declined_txns), any_value(month_txns) from v_decline_classes group by month
        except select month, txns - approved_txns, txns from v_kpi_monthly
    """,
    "reasons are the declines": """
        select sum(declined_txns) from v_decline_drivers except select txns - approved_txns from v_kpi_total
    """,
    "brands are volume": """
        select month, sum(sale_txns), sum(sale_gpv) from v_chargebacks_monthly group by month
        except select month, approved_txns, gpv from v_kpi_monthly
    """,
    "cohorts are the active merchants": """
        select month, sum(retained_merchants) from v_merchant_cohorts group by month
        except select month, active_merchants from v_kpi_monthly
    """,
    "the cohort cube is volume and contribution": """
        select month, sum(gpv), sum(net_revenue), sum(contribution_amount) from fct_merchant_cohort group by month
        except select month, gpv, net_revenue, contribution_amount from v_money_monthly
    """,
    "managers are volume and contribution": """
        select month, sum(gpv), sum(txns), sum(contribution_amount) from v_account_manager_scorecard group by month
        except select month, gpv, txns, contribution_amount from v_money_monthly
    """,
    "the bridge is the change": """
        select month, region, industry, merchant_size from v_growth_bridge
        group by month, region, industry, merchant_size, gpv, gpv_month_before
        having abs(sum(gpv_effect) - (gpv - gpv_month_before)) > 1e-9 * (1 + gpv + gpv_month_before)
    """,
    "the bridge leaves out no volume": """
        select month, sum(gpv), sum(gpv_month_before) from v_growth_bridge where driver = 'days' group by month
        except select month, gpv, gpv_month_before from v_kpi_monthly
    """,
    "weeks are their days": """
        select week_start, sum(gpv), sum(txns), sum(approved_txns), sum(total_fees), sum(net_revenue)
        from fct_merchant_week group by week_start
        except
        select week_start, sum(gpv), sum(txns), sum(approved_txns), sum(total_fees), sum(net_revenue)
        from v_kpi_daily inner join dim_calendar using (day) group by week_start
    """,
    "sales stand at one lag": """
        select sum(sale_txns), sum(sale_gpv) from fct_dispute_lags except select approved_txns, gpv from v_kpi_total
    """,
    "sign-up months are the sign-ups": """
        select segment_kind, segment, sum(signups), sum(activated_merchants), sum(acquisition_cost)
        from v_unit_economics_monthly group by segment_kind, segment
        except select segment_kind, segment, signups, activated_merchants, acquisition_cost from v_unit_economics
    """,
    "concentration is volume": """
        select month, gpv, active_merchants from v_concentration_monthly
        except select month, gpv, active_merchants from v_kpi_monthly
    """,
}


class Identities(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        generated = [dataset for dataset in datasets.made() if dataset.name in datasets.GENERATED]
        cls.databases = {dataset.name: engines.duckdb_database(dataset) for dataset in generated}
        cls.world = next(database for name, database in cls.databases.items() if name.startswith("seed 2"))

    def test_every_cube_answers_every_filter_as_the_raw_rows_do(self):
        for cube, (measures, raw_measures, rows) in CUBES.items():
            for name, condition in FILTERS.items():
                if name == "day":
                    condition = MONTH_FILTERS.get(rows, condition)
                with self.subTest(cube=cube, filter=name):
                    ours = self.world.sql(f"select {measures} from {cube} where {condition}").fetchone()
                    raw = self.world.sql(f"select {raw_measures} from ({rows}) where {condition}").fetchone()
                    everything = self.world.sql(f"select {measures} from {cube}").fetchone()
                    self.assertEqual(ours, raw)
                    self.assertNotEqual(ours, everything, "the filter leaves everything, and shows nothing")

    def test_identities_hold_in_every_generated_world(self):
        for dataset, database in self.databases.items():
            for name, query in IDENTITIES.items():
                with self.subTest(dataset=dataset, identity=name):
                    self.assertEqual(database.sql(query).fetchall(), [])

    def test_views_carry_rows_for_the_identities_to_hold_on(self):
        for name in ["v_kpi_monthly", "v_decline_classes", "v_chargebacks_monthly", "v_growth_bridge"]:
            self.assertGreater(self.world.sql(f"from {name}").count("*").fetchone()[0], 6)


if __name__ == "__main__":
    unittest.main()
