"""Every KPI view three times: DuckDB, the same text on DataFusion, another logic in Polars from raw Parquet."""

import decimal
import unittest

import pyarrow

import acceptance
import churn
import datasets
import engines
import merchants
import money
import risk
import volume
from compare import differences
from raw import Raw

RECOMPUTED = {
    name: function
    for module in (volume, acceptance, money, churn, merchants, risk)
    for name, function in vars(module).items()
    if name.startswith(("v_", "fct_")) and function.__module__ == module.__name__
}


def as_told(frame, told):
    """Polars' columns in the order and scale of DuckDB's: cents become the decimals that they stand for."""
    if frame.is_empty():
        return told.schema.empty_table()
    columns = {}
    for field in told.schema:
        values = frame[field.name].to_list()
        if pyarrow.types.is_decimal(field.type):
            values = [None if value is None else decimal.Decimal(value).scaleb(-field.type.scale) for value in values]
        columns[field.name] = values
    return pyarrow.table(columns)


class Oracle(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.datasets = datasets.made()
        cls.told = {dataset.name: engines.duckdb_results(dataset) for dataset in cls.datasets}

    def compare_all(self, label, other):
        """`other` gives {view: Arrow table} for a data set. Prints what was compared, fails on any difference."""
        cells = objects = 0
        found = []
        for dataset in self.datasets:
            told = self.told[dataset.name]
            for name, table in other(dataset, told).items():
                objects += 1
                cells += told[name].num_rows * told[name].num_columns
                found += [f"{dataset.name}: {text}" for text in differences(name, told[name], table)]
        views = len({name for name in RECOMPUTED if name.startswith("v_")})
        print(
            f"\n{label}: {views} views, {objects} view x data set pairs, {len(self.datasets)} data sets, "
            f"{cells:,} cells, {len(found)} differences"
        )
        self.assertEqual(found[:20], [])

    def test_polars_recomputes_every_view_to_the_cent(self):
        def recomputed(dataset, told):
            raw = Raw(dataset)
            return {name: as_told(function(raw), told[name]) for name, function in RECOMPUTED.items()}

        self.compare_all("Polars", recomputed)

    def test_datafusion_runs_the_same_text_with_equal_results(self):
        def run(dataset, told):
            results = engines.datafusion_results(dataset, told)
            return {name: table for name, table in results.items() if name != "fct_attempts"}

        self.compare_all("DataFusion", run)

    def test_every_view_is_recomputed(self):
        views = {name for _, name in engines.KPI if name.startswith("v_")}
        self.assertEqual(views - RECOMPUTED.keys(), set())

    def test_a_cent_a_row_and_a_ratio_are_missed_when_planted(self):
        told = self.told[self.datasets[0].name]
        for name, column, change in [
            ("v_top_merchants", "gpv", lambda value: value + decimal.Decimal("0.01")),
            ("v_merchant_cohorts", "month_index", lambda value: value + 1),
            ("v_kpi_daily", "approval_rate", lambda value: value * (1 + 1e-11)),
            ("v_money_monthly", "fee_yield", lambda value: None),
        ]:
            table = told[name]
            values = table.column(column).to_pylist()
            values[0] = change(values[0])
            place = table.column_names.index(column)
            field = table.schema.field(column)
            changed = table.set_column(place, field, pyarrow.array(values, field.type))
            with self.subTest(name):
                self.assertNotEqual(differences(name, table, changed), [])
                self.assertNotEqual(differences(name, table, table.slice(1)), [])
                self.assertEqual(differences(name, table, table), [])


if __name__ == "__main__":
    unittest.main()
