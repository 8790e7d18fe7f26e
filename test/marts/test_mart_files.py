"""What stands in the exported files: rows in order, one per key, money to the cent, days as days, CSV equal to Parquet."""

import csv
import pathlib
import re
import tempfile
import unittest

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
CELL = ["day", "region", "industry", "merchant_size", "channel", "payment_method"]
KEYS = {
    "kpi_daily": ["day"],
    "kpi_weekly": ["week_start"],
    "kpi_monthly": ["month"],
    "industry_heatmap": ["region", "industry"],
    "merchant_cohorts": ["signup_month", "month_index"],
    "top_merchants": ["gpv_rank"],
    "decline_drivers": ["decline_reason", "channel", "industry"],
    "payments_daily": CELL,
    "acceptance_monthly": ["month"],
    "decline_classes": ["month", "decline_class"],
    "decline_recovery": ["response_code", "attempt_no"],
    "retry_compliance": ["month", "card_brand"],
    "money_monthly": ["month"],
    "refund_triangle": ["sale_month", "lag_months"],
    "dispute_triangle": ["sale_month", "lag_months"],
    "dispute_reserve": ["sale_month"],
    "chargebacks_monthly": ["month", "card_brand"],
    "dispute_reasons": ["reason"],
    "scheme_monitor": ["programme", "merchant_id", "month"],
    "acquirer_monitor": ["month"],
    "enumeration_monthly": ["merchant_id", "month"],
    "ach_returns": ["month", "return_group"],
    "activation_monthly": ["signup_month", "sales_channel"],
    "gpv_retention": ["signup_month", "month_index"],
    "revenue_retention": ["month", "months_back"],
    "churn_monthly": ["month"],
    "merchant_survival": ["month_index", "merchant_size", "region", "industry", "sales_channel"],
    "concentration_monthly": ["month"],
    "account_manager_scorecard": ["account_manager_id", "month"],
    "unit_economics": ["segment_kind", "segment"],
    "unit_economics_monthly": ["segment_kind", "segment", "signup_month"],
    "growth_bridge": ["month", "region", "industry", "merchant_size", "driver"],
    "yield_bridge": ["month", *CELL[1:]],
    "metrics": ["metric"],
    "acceptance_daily": CELL,
    "declines_daily": [*CELL, "decline_reason", "response_code", "attempt_no"],
    "merchant_mix_month": ["merchant_id", "month_number", "channel", "payment_method"],
    "merchant_week": ["merchant_id", "week_start"],
    "cohort_months": ["signup_month", "month_index", "merchant_size", "region", "industry", "sales_channel"],
    "merchant_churn": ["merchant_id", "churned_on"],
    "refunds": ["refund_id"],
    "disputes": ["dispute_id"],
    "dispute_lags": ["sale_month", "lag_months", *CELL[1:]],
}
# Cubes for dashboards to filter: too long to be read as CSV.
PARQUET_ALONE = {
    "payments_daily",
    "acceptance_daily",
    "declines_daily",
    "merchant_mix_month",
    "merchant_week",
    "cohort_months",
    "merchant_churn",
    "refunds",
    "disputes",
}
TEXT_OF = {
    "DATE": r"\d{4}-\d\d-\d\d",
    "DECIMAL(18,2)": r"-?\d+\.\d\d",
    "DECIMAL(18,4)": r"-?\d+\.\d{4}",
    "BIGINT": r"-?\d+",
    "BOOLEAN": r"true|false",
}
# Amounts with odd cents in an order that no mart has; two merchants stop after ten days.
INPUTS = """
create table merchants as
select
    i as merchant_id,
    'Merchant ' || i as merchant_name,
    ['Travel', 'Retail', 'Gaming'][1 + i % 3] as industry,
    ['NA', 'EMEA'][1 + i % 2] as region,
    ['US', 'AE'][1 + i % 2] as country,
    ['small', 'medium'][1 + i % 2] as merchant_size,
    date '2023-11-30' + cast(i * 7 as integer) as signup_date,
    ['online', 'partner', 'direct'][1 + i % 3] as sales_channel,
    cast(1 + i % 2 as integer) as account_manager_id,
    cast(if(i % 4 = 0, 1 + i % 3, null) as integer) as campaign_id,
    cast(10.01 * i as decimal(18, 2)) as acquisition_cost
from range(20) as ids (i);

create table account_managers as
select
    cast(i as integer) as account_manager_id,
    'Manager ' || i as account_manager_name,
    'NA' as region,
    'NA 1' as team
from range(1, 3) as ids (i);

create table campaigns as
select
    cast(i as integer) as campaign_id,
    'Campaign ' || i as campaign_name
from range(1, 4) as ids (i);

create table transactions as
select
    i as txn_id,
    if(i % 14 = 7, i - 7, i) as payment_id,
    cast(if(i % 14 = 7, 2, 1) as tinyint) as attempt_no,
    timestamp '2024-01-10' + to_hours(cast(i * 7919 % if(i * 31 % 20 > 17, 240, 4320) as integer)) as ts,
    i * 31 % 20 as merchant_id,
    i % 37 as customer_id,
    ['pos', 'ecom'][1 + i % 2] as channel,
    ['wallet', 'card'][1 + i % 2] as payment_method,
    cast(0.1 + i * 7 % 1000 + i % 100 / 100.0 as decimal(18, 2)) as amount,
    i % 7 > 0 as approved,
    if(i % 7 > 0, null, ['do_not_honor', 'fraud_suspected'][1 + i % 2]) as decline_reason,
    if(i % 7 > 0, '00', ['05', '59'][1 + i % 2]) as response_code,
    ['visa', 'mastercard'][1 + i % 2] as card_brand,
    ['US', 'GB'][1 + i % 3 // 2] as card_country,
    i % 3 = 0 as is_authenticated,
    cast(0.07 as decimal(18, 2)) as fee,
    cast(0.03 as decimal(18, 2)) as interchange_fee,
    cast(0.01 as decimal(18, 2)) as scheme_fee
from range(500) as ids (i);

-- Card numbers tried out at two merchants.
insert into transactions by name
select
    1000 + i as txn_id,
    1000 + i as payment_id,
    1 as attempt_no,
    timestamp '2024-04-10' + to_seconds(i) as ts,
    1 + i % 2 as merchant_id,
    'ecom' as channel,
    'card' as payment_method,
    1.00 as amount,
    false as approved,
    'invalid_card' as decline_reason,
    '14' as response_code,
    'visa' as card_brand,
    'US' as card_country,
    false as is_authenticated,
    0 as fee,
    0 as interchange_fee,
    0 as scheme_fee
from range(80) as ids (i);

create table refunds as
select
    txn_id // 9 as refund_id,
    txn_id,
    merchant_id,
    ts + interval 3 days as ts,
    cast(amount / 3 as decimal(18, 2)) as amount,
    'returned' as reason
from transactions
where approved and txn_id % 9 = 0;

create table disputes as
select
    txn_id // 11 as dispute_id,
    txn_id,
    merchant_id,
    ts + interval 20 days as opened_at,
    amount,
    ['fraud', 'not received'][1 + txn_id % 2] as reason,
    txn_id % 2 = 0 as is_fraud,
    ['open', 'won', 'lost'][1 + txn_id % 3] as status,
    if(txn_id % 3 = 0, null, ts + interval 30 days) as resolved_at
from transactions
where approved and txn_id % 11 = 0;

set variable start_date = date '2024-01-10';
set variable end_date = date '2024-07-07';
"""


def kpi_files():
    """The files of the KPI layer in the order of the pipeline."""
    pipeline = (ROOT / "sql/run/measure_and_check.sql").read_text()
    return [ROOT / file for file in re.findall(r"^\.read (sql/(?:schema|kpi)/\w+\.sql)$", pipeline, re.M)]


class MartFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.marts = pathlib.Path(folder.name, "marts")
        cls.marts.mkdir()
        cls.database = duckdb.connect()
        cls.addClassCleanup(cls.database.close)
        cls.database.execute(INPUTS)
        for file in kpi_files():
            cls.database.execute(file.read_text())
        cls.database.execute(f"set variable data_dir = '{folder.name}'")
        for folder in ["sql/marts", "sql/marts/export"]:
            for file in ROOT.glob(f"{folder}/*.sql"):
                cls.database.execute(file.read_text())

    def parquet(self, mart):
        relation = self.database.sql(f"from '{self.marts / mart}.parquet'")
        return relation.columns, [str(kind) for kind in relation.types], relation.fetchall()

    def csv_rows(self, mart):
        with open(self.marts / f"{mart}.csv", newline="") as file:
            return list(csv.reader(file))

    def test_the_pipeline_runs_every_kpi_file(self):
        self.assertEqual(set(ROOT.glob("sql/kpi/*.sql")) - set(kpi_files()), set())

    def test_every_mart_is_a_csv_and_a_parquet_file(self):
        expected = {f"{mart}.{kind}" for mart in KEYS for kind in ("csv", "parquet")}
        expected -= {f"{mart}.csv" for mart in PARQUET_ALONE}
        self.assertEqual({path.name for path in self.marts.iterdir()}, expected)
        self.assertEqual({path.stem for path in ROOT.glob("sql/marts/*.sql")}, set(KEYS))

    def test_rows_stand_in_the_order_of_their_key_and_no_key_occurs_twice(self):
        for mart, key in KEYS.items():
            with self.subTest(mart):
                columns, _, rows = self.parquet(mart)
                found = [tuple(row[columns.index(column)] for column in key) for row in rows]
                self.assertGreater(len(found), 1)
                self.assertEqual(found, sorted(set(found)))

    def test_parquet_holds_the_rows_of_the_view(self):
        for mart in KEYS:
            with self.subTest(mart):
                view = re.search(r"from (\w+)", (ROOT / f"sql/marts/{mart}.sql").read_text())[1]
                columns, types, rows = self.parquet(mart)
                relation = self.database.sql(f"from {view}")
                self.assertEqual((columns, types), (relation.columns, [str(kind) for kind in relation.types]))
                self.assertEqual(sorted(map(str, rows)), sorted(map(str, relation.fetchall())))

    def test_csv_holds_the_rows_of_the_parquet_file(self):
        for mart in KEYS.keys() - PARQUET_ALONE:
            with self.subTest(mart):
                columns, _, rows = self.parquet(mart)
                header, *lines = self.csv_rows(mart)
                self.assertEqual(header, columns)
                self.assertEqual(lines, [[as_csv(value) for value in row] for row in rows])

    def test_csv_money_is_exact_and_days_carry_no_time(self):
        for mart in KEYS.keys() - PARQUET_ALONE:
            columns, types, _ = self.parquet(mart)
            for column, kind, values in zip(columns, types, zip(*self.csv_rows(mart)[1:])):
                if kind in TEXT_OF:
                    with self.subTest(mart=mart, column=column):
                        wrong = [value for value in values if value and not re.fullmatch(TEXT_OF[kind], value)]
                        self.assertEqual(wrong, [])


def as_csv(value):
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


if __name__ == "__main__":
    unittest.main()
