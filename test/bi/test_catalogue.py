"""The catalogue is what the database says, and what it says of ratios and sums is true of the marts."""

import dataclasses
import difflib
import pathlib
import re
import subprocess
import sys
import unittest

import world
from world import ROOT, catalogue


def tracked():
    """Every text below dashboards that `make bi` writes."""
    folder = ROOT / "dashboards"
    patterns = ["catalogue.csv", "tableau/*.twb", "looker/**/*.lkml", "looker/**/*.lookml", "looker_studio/*.csv"]
    return {str(path.relative_to(folder)) for pattern in patterns for path in folder.glob(pattern)}


class Catalogue(unittest.TestCase):
    def test_every_file_is_what_would_be_written_now(self):
        expected = world.texts()
        self.assertEqual(tracked(), expected.keys())
        for name, text in expected.items():
            with self.subTest(name):
                old = (ROOT / "dashboards" / name).read_text()
                lines = list(
                    difflib.unified_diff(old.splitlines(), text.splitlines(), name, "written now", lineterm="")
                )
                self.assertEqual(lines[:20], [], "run make bi")

    def test_no_file_names_a_path_or_a_machine(self):
        for name, text in world.texts().items():
            with self.subTest(name):
                self.assertEqual(re.findall(r"(?:/work/|/tmp/|/home/|/root/|localhost|127\.0\.0\.1)[^\s\"]*", text), [])

    def test_it_survives_being_printed_and_read(self):
        tables = world.tables()
        self.assertEqual(catalogue.read_csv(catalogue.print_csv(tables)), tables)

    def test_every_mart_file_is_in_it_with_its_columns_and_types(self):
        files = {path.stem for path in (world.data() / "marts").glob("*.parquet")}
        own = {path.stem for path in catalogue.bi_files()}
        self.assertEqual(world.tables().keys() - own, files)
        for name, table in world.tables().items():
            with self.subTest(name):
                found = world.connection().sql(f"from {world.relation(name)} limit 0")
                types = ["VARCHAR" if str(kind).startswith("ENUM") else str(kind) for kind in found.types]
                self.assertEqual(list(zip(found.columns, types)), [(c.column, c.type) for c in table.stored])

    def test_a_key_names_every_row_once(self):
        for name, table in world.tables().items():
            with self.subTest(name):
                key = ", ".join(f'"{column}"' for column in table.key)
                source = world.relation(name)
                self.assertEqual(world.rows(f"select {key} from {source} group by all having count(*) > 1"), [])

    def test_every_metric_is_a_measure_of_its_view(self):
        """dim_metric and the catalogue know the same ratios, sums and numbers that are neither."""
        homes = {relation: name for name, (relation, _) in catalogue.sources().items()}
        found = 0
        for metric, view, column, additivity in world.rows(
            "select metric, view_name, column_name, additivity from dim_metric order by metric"
        ):
            if view not in homes:
                continue
            with self.subTest(metric):
                found += 1
                kind = world.tables()[homes[view]].column(column).kind
                self.assertEqual(kind, {"ratio": "ratio", "none": "plain"}.get(additivity, "additive"))
        self.assertGreater(found, 100)

    def test_a_comment_that_spells_a_ratio_spells_that_of_the_catalogue(self):
        found = 0
        for table in world.tables().values():
            for column in table.columns:
                spelled = re.match(r"(?:[A-Z][\w ]*: )?(\w+) / (\w+)(?=[.;:]|$| - 1)", column.meaning)
                if (
                    column.kind == "ratio"
                    and column.type
                    and spelled
                    and set(spelled.groups()) <= {c.column for c in table.columns}
                ):
                    with self.subTest(table=table.name, column=column.column):
                        found += 1
                        self.assertEqual(list(spelled.groups()), column.parts)
        self.assertGreater(found, 60)

    def test_sums_of_the_day_cube_are_those_of_the_window(self):
        total = "select gpv, txns, approved_txns, total_fees, net_revenue from v_kpi_total"
        sums = "sum(gpv), sum(txns), sum(approved_txns), sum(total_fees), sum(net_revenue)"
        for name in ("attempts_daily", "merchant_months", "payments_daily"):
            with self.subTest(name):
                self.assertEqual(world.rows(f"select {sums} from {world.relation(name)}"), world.rows(total))

    def test_the_stacked_cube_holds_acceptance_and_declines_under_every_filter(self):
        for column in ("region", "industry", "merchant_size", "channel", "payment_method"):
            with self.subTest(column):
                stacked = world.rows(
                    f"select {column}, sum(payments), sum(accepted_payments), sum(declined_txns), sum(declined_amount),"
                    f" sum(txns) - sum(approved_txns) - sum(declined_txns) from attempts_daily group by all order by all"
                )
                apart = world.rows(
                    f"select a.{column}, a.payments, a.accepted, d.declined, d.amount, 0 from"
                    f" (select {column}, sum(payments) as payments, sum(accepted_payments) as accepted"
                    f" from {world.relation('acceptance_daily')} group by all) as a join"
                    f" (select {column}, sum(declined_txns) as declined, sum(declined_amount) as amount"
                    f" from {world.relation('declines_daily')} group by all) as d using ({column}) order by all"
                )
                self.assertEqual(stacked, apart)

    def test_cohorts_by_kind_add_up_to_the_cohorts(self):
        by_kind = (
            "select signup_month, month_index, sum(cohort_merchants), sum(retained_merchants)"
            f" from {world.relation('cohort_months')} group by all order by all"
        )
        mart = (
            "select signup_month, month_index, cohort_merchants, retained_merchants"
            f" from {world.relation('merchant_cohorts')} order by all"
        )
        self.assertEqual(world.rows(by_kind), world.rows(mart))

    def test_a_table_without_a_comment_is_an_error(self):
        bare = catalogue.open_database(world.data() / "analytics.duckdb")
        bare.execute("comment on column merchant_months.region is null")
        with self.assertRaisesRegex(catalogue.CatalogueError, "no comment on merchant_months or on its columns region"):
            catalogue.read_database(bare)

    def test_a_missing_database_is_told_with_its_path(self):
        with self.assertRaisesRegex(
            catalogue.CatalogueError, "there is no database nowhere/analytics.duckdb: make run"
        ):
            catalogue.open_database(pathlib.Path("nowhere/analytics.duckdb"))

    def test_the_texts_do_not_depend_on_the_process(self):
        """Two interpreters with different hash seeds write the same bytes."""
        code = "import sys; sys.path.insert(0, 'test/bi'); import world; import hashlib;"
        code += "from description import read_description; import catalogue;"
        code += "t = catalogue.read_csv((world.ROOT / 'dashboards/catalogue.csv').read_text());"
        code += "d = read_description((world.ROOT / 'dashboards/bi.yaml').read_text(), t);"
        code += "print(hashlib.sha256(repr(sorted(world.texts(d).items())).encode()).hexdigest())"
        seen = {
            subprocess.run(
                [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed, "PATH": ""}, check=True,
                capture_output=True, text=True,
            ).stdout
            for seed in ("1", "2")
        }  # fmt: skip
        self.assertEqual(len(seen), 1)

    def test_one_ratio_cannot_be_taken_for_another(self):
        """The decline rate of a reason divides by all attempts of the segment, that of a class by those of the month."""
        tables = world.tables()
        self.assertEqual(tables["decline_drivers"].column("decline_rate").parts, ["declined_txns", "total_txns"])
        self.assertEqual(tables["decline_classes"].column("decline_rate").parts, ["declined_txns", "month_txns"])
        self.assertEqual(tables["decline_drivers"].column("decline_rate").needs, "decline_reason")
        self.assertFalse(dataclasses.asdict(tables["payments_daily"].column("approval_rate"))["type"])


if __name__ == "__main__":
    unittest.main()
