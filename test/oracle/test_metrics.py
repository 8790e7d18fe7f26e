"""The metrics by name: what dim_metric says of a view is true of it, in every view that carries the metric."""

import unittest

import datasets
import engines
from compare import TOLERANCE

VALUES = {
    "owner": {"Executive", "Payments", "Finance", "Sales", "Marketing", "Risk"},
    "unit": {"USD", "count", "share", "growth", "bps", "points", "factor", "index", "days", "months"},
    "additivity": {"additive", "semi-additive", "ratio", "distinct", "none"},
    "better": {"up", "down", "neither"},
}


class Metrics(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.databases = [engines.duckdb_database(dataset) for dataset in datasets.made()]
        cls.database = cls.databases[0]
        relation = cls.database.sql("from dim_metric")
        cls.metrics = [dict(zip(relation.columns, row)) for row in relation.fetchall()]
        cls.columns = {}
        for view, column, kind in cls.database.sql(
            "select table_name, column_name, data_type from duckdb_columns() where regexp_matches(table_name, '^(v|fct)_')"
        ).fetchall():
            cls.columns.setdefault(view, {})[column] = kind

    def homes(self):
        """Each metric with every view where its column stands beside the same parts, and the one that it names."""
        for metric in self.metrics:
            parts = [metric["column_name"], metric["numerator"], metric["denominator"]]
            parts = [part for part in parts if part is not None]
            for view, columns in self.columns.items():
                if view == metric["view_name"] or (metric["numerator"] and set(parts) <= columns.keys()):
                    yield metric, view, parts

    def test_every_metric_has_one_row_with_known_words_and_a_definition(self):
        names = [metric["metric"] for metric in self.metrics]
        self.assertEqual(len(names), len(set(names)))
        for metric in self.metrics:
            with self.subTest(metric["metric"]):
                for column, words in VALUES.items():
                    self.assertIn(metric[column], words)
                self.assertTrue(metric["label"] and metric["definition"].endswith("."))
                self.assertTrue(metric["metric"].endswith(metric["column_name"]), metric["column_name"])

    def test_every_view_and_column_that_it_names_exists(self):
        for metric in self.metrics:
            with self.subTest(metric["metric"]):
                named = {metric["column_name"], metric["numerator"], metric["denominator"]} - {None}
                self.assertEqual(named - self.columns[metric["view_name"]].keys(), set())

    def test_a_ratio_and_nothing_else_has_a_numerator_a_denominator_and_a_scale(self):
        for metric in self.metrics:
            with self.subTest(metric["metric"]):
                parts = [metric[name] is not None for name in ("numerator", "denominator", "scale")]
                self.assertEqual(len(set(parts)), 1)
                if metric["additivity"] == "ratio":
                    self.assertTrue(all(parts))
                elif metric["additivity"] != "none":
                    self.assertFalse(any(parts))

    def test_every_ratio_is_its_numerator_over_its_denominator_wherever_it_stands(self):
        compared = set()
        for metric, view, parts in self.homes():
            if metric["numerator"] is None:
                continue
            for database in self.databases:
                for value, numerator, denominator in database.sql(f"select {', '.join(parts)} from {view}").fetchall():
                    if value is None:
                        continue
                    self.assertNotIn(None, (numerator, denominator), f"{view}.{metric['metric']} is {value} of nothing")
                    expected = metric["scale"] * float(numerator) / float(denominator)
                    expected -= metric["unit"] == "growth"
                    compared.add(metric["metric"])
                    if abs(value - expected) > TOLERANCE * max(1, abs(value)):
                        self.fail(f"{view}.{metric['metric']}: {value} is not {numerator} / {denominator}")
        ratios = {metric["metric"] for metric in self.metrics if metric["numerator"] is not None}
        self.assertEqual(ratios - compared, set(), "nothing was compared")

    def test_every_ratio_of_every_view_is_a_metric(self):
        told = {(view, metric["column_name"]) for metric, view, _ in self.homes()}
        ratios = {
            (view, column)
            for view, columns in self.columns.items()
            for column, kind in columns.items()
            if view.startswith("v_") and kind == "DOUBLE"
        }
        self.assertEqual(ratios - told, set())


if __name__ == "__main__":
    unittest.main()
